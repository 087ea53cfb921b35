import type { OperationName, RawInput } from './invocation.ts';
import type { Press } from './view.ts';

/**
 * A control as the id it goes by on a platform: `task.done?task=T-12&owner=<@123>`. Discord takes at most 100
 * characters of it (`custom_id`), Slack 255 (`action_id`), so only what means something in it, or what a platform might
 * strip, is escaped. `#` is never written: Discord's marks begin with it.
 */
export function encodePress({ operation, input }: Press): string {
  const query = Object.entries(input).map((entry) => entry.map(escapeValue).join('='));
  return query.length === 0 ? operation : `${operation}?${query.join('&')}`;
}

/** The control behind such an id; null where the id is not one of ours. */
export function decodePress(id: string): Press | null {
  const [, operation, query] = /^([a-z-]+\.[a-z-]+)(?:\?(.*))?$/s.exec(id) ?? [];
  const input = operation === undefined ? null : parseQuery(query ?? '');
  return input && { operation: operation as OperationName, input };
}

/** Null where something in it was escaped by nobody of ours. */
function parseQuery(query: string): RawInput | null {
  if (query === '') return {};
  try {
    return Object.fromEntries(query.split('&').map(parseEntry));
  } catch {
    return null;
  }
}

function parseEntry(entry: string): [name: string, value: string] {
  const [name = '', value = ''] = entry.split('=', 2).map(unescapeValue);
  return [name, value];
}

function escapeValue(words: string): string {
  return words
    .toWellFormed()
    .replace(/[%&=+#]|(?! )[\s\p{Cc}\p{Cf}]/gu, encodeURIComponent)
    .replaceAll(' ', '+');
}

function unescapeValue(escaped: string): string {
  return decodeURIComponent(escaped.replaceAll('+', ' '));
}
