import type { OperationName, RawInput } from './invocation.ts';
import type { Press } from './view.ts';

/**
 * A control as the id it goes by on a platform: `task.done?task=T-12`. Discord takes at most 100 characters of it
 * (`custom_id`), Slack 255 (`action_id`).
 */
export function encodePress({ operation, input }: Press): string {
  const query = new URLSearchParams(input).toString();
  return query === '' ? operation : `${operation}?${query}`;
}

/** The control behind such an id; null where the id is not one of ours. */
export function decodePress(id: string): Press | null {
  const [operation = '', query = ''] = id.split('?', 2);
  if (!/^[a-z-]+\.[a-z-]+$/.test(operation)) return null;
  const input: RawInput = Object.fromEntries(new URLSearchParams(query));
  return { operation: operation as OperationName, input };
}
