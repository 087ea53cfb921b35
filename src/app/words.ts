import type { OperationName } from '../core/invocation.ts';
import { isMessageKey } from '../i18n/keys.ts';
import type { MessageKey } from '../i18n/translate.ts';

/** Where the locales keep the words of an operation: its `title`, its `example`, an option's `title.name`. */
export function wordsOf(operation: OperationName, what: string): MessageKey {
  return `commands.${operation}.${what}` as MessageKey;
}

/** The example that shows how to write an input: one of its own, where that of the operation goes without it. */
export function exampleOf(operation: OperationName, input?: string): MessageKey {
  const ofOperation = wordsOf(operation, 'example');
  if (input === undefined) return ofOperation;
  const own = wordsOf(operation, `${input}.example`);
  return isMessageKey(own) ? own : ofOperation;
}
