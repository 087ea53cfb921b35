import { cut } from '../core/cut.ts';
import type { AnyOperation } from '../core/define.ts';
import type { Invocation } from '../core/invocation.ts';
import type { Reader } from '../core/param.ts';
import { isBlank } from './plan.ts';
import { readInput } from './read-input.ts';

/** How much of each input is said again, in characters. */
const mostSaid = 60;

/**
 * What could be read of a typed command beside the input `failed`, as it was written: `title: Call · owner: @maria`.
 * Empty for forms and controls: there it still stands before whoever wrote it.
 */
export function sayUnderstood(
  operation: AnyOperation | null,
  { via, input, names }: Invocation,
  failed: string,
  reader: Reader,
): string {
  if (via !== 'command') return '';
  const others = Object.entries(operation?.params ?? {}).filter(([name, { hidden }]) => name !== failed && !hidden);
  const read = others.flatMap(([name, param]) => {
    const raw = input[name];
    return isBlank(raw) || !isReadable(name, param, raw, reader) ? [] : [`${name}: ${withNames(raw, names)}`];
  });
  return read.join(' · ');
}

function isReadable(name: string, param: AnyOperation['params'][string], raw: string, reader: Reader): boolean {
  try {
    readInput({ [name]: param }, { [name]: raw }, reader);
    return true;
  } catch {
    return false;
  }
}

/** People as they are written, and not as the platforms write them. */
function withNames(raw: string, names: Invocation['names']): string {
  const written = raw.replace(/<@!?(\w+)(?:\|([^>]*))?>/g, (_, id, name) => `@${names[id] ?? name ?? id}`);
  return cut(written, mostSaid);
}
