import { isDeepStrictEqual } from 'node:util';
import type { Command } from '../../core/define.ts';
import type { Log } from '../../core/ports.ts';
import { type ApplicationOptions, askApplication } from './application.ts';
import { toRegistration, type Words } from './registration.ts';

/** What registering needs. */
export interface RegisterOptions extends ApplicationOptions {
  readonly commands: readonly Command[];
  readonly catalogue: Words;
  readonly log: Log;
}

/**
 * Registers the commands, unless they are registered just so: each change makes Discord's clients load them anew.
 * Needs no gateway. Throws `PlatformStartError`, or `PlatformError` where Discord refuses what is to be registered.
 */
export async function registerCommands(options: RegisterOptions): Promise<'unchanged' | 'registered'> {
  const wanted = toRegistration(options.commands, options.catalogue);
  const outcome = await askApplication(options, async ({ fetchCommands, putCommands }) => {
    if (isSame(wanted, await fetchCommands())) return 'unchanged';
    await putCommands(wanted);
    return 'registered';
  });
  options.log.info({ outcome, commands: wanted.length }, 'discord commands');
  return outcome;
}

/** Whether both say the same, in whatever order of commands: Discord adds ids, versions and defaults of its own. */
export function isSame(wanted: readonly object[], registered: readonly object[]): boolean {
  return isDeepStrictEqual(toComparable(wanted), toComparable(registered));
}

function toComparable(commands: readonly object[]): unknown[] {
  return (commands.map((command) => essenceOf(command)) as { name: string }[]).toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
}

const compared = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options', 'choices', 'value'],
  ...['autocomplete', 'max_length', 'min_length', 'required', 'contexts', 'integration_types'],
]);

/** What we say of a command, without what says no more than leaving it out does. */
function essenceOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => essenceOf(item));
  if (typeof value !== 'object' || value === null) return value;
  const isTranslations = key.endsWith('_localizations');
  const entries = Object.entries(value)
    .filter(([name, inner]) => (isTranslations || compared.has(name)) && saysSomething(inner))
    .map(([name, inner]) => [name, essenceOf(inner, name)]);
  return Object.fromEntries(entries);
}

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
