import type { Json } from '../json.ts';
import { goesBy } from './offered-commands.ts';

/** An option as it was typed: `due:friday`. */
export interface TypedOption {
  readonly option: Json;
  readonly value: string;
  /** Where the value begins in the text. */
  readonly from: number;
}

export interface TypedOptions {
  readonly given: readonly TypedOption[];
  /** What stands before the first option and belongs to none. */
  readonly stray: string;
}

/**
 * Reads `title:Call the food bank due:friday`: each value runs up to the next name of an option, written with a colon.
 * A name that was given already is part of the value it stands in.
 */
export function readTypedOptions(options: readonly Json[], text: string, locale: string): TypedOptions {
  const starts = findStarts(options, text, locale);
  const given = starts.map(({ option, from }, index) => {
    const end = starts[index + 1]?.at ?? text.length;
    const raw = text.slice(from, end);
    return { option, value: raw.trim(), from: from + (raw.length - raw.trimStart().length) };
  });
  return { given, stray: text.slice(0, starts[0]?.at ?? text.length).trim() };
}

function findStarts(options: readonly Json[], text: string, locale: string) {
  const used = new Set<Json>();
  const starts: { option: Json; at: number; from: number }[] = [];
  for (const match of text.matchAll(/(?<=^|\s)([^\s:]+):/g)) {
    const option = options.find((one) => goesBy(one, match[1] ?? '', locale));
    if (!option || used.has(option)) continue;
    used.add(option);
    starts.push({ option, at: match.index, from: match.index + match[0].length });
  }
  return starts;
}
