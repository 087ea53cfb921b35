import { isDeepStrictEqual } from 'node:util';
import {
  REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js';
import type { Command } from '../../core/define.ts';
import { toStartError } from './failures.ts';
import { toRegistration, type Words } from './registration.ts';

/** What registering needs. It asks Discord directly, so it works where no gateway is connected. */
export interface RegisterOptions {
  readonly token: string;
  /** Asked for where it is not given. */
  readonly applicationId?: string | undefined;
  /** Without the version, as `https://discord.com/api`. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly Command[];
  readonly catalogue: Words;
}

/**
 * Registers the commands, unless they are registered just so: each change makes Discord's clients load them anew.
 * Throws `PlatformStartError`, or `PlatformError` where Discord refuses what is to be registered.
 */
export async function registerCommands(options: RegisterOptions): Promise<'unchanged' | 'registered'> {
  const { token, apiUrl, commands, catalogue } = options;
  const rest = new REST(apiUrl ? { api: apiUrl } : {}).setToken(token);
  try {
    const route = Routes.applicationCommands(options.applicationId ?? (await fetchApplicationId(rest)));
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
    const wanted = toRegistration(commands, catalogue);
    if (isSame(wanted, registered)) return 'unchanged';
    await rest.put(route, { body: wanted });
    return 'registered';
  } catch (error) {
    throw toStartError(error);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

async function fetchApplicationId(rest: REST): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  return id;
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
