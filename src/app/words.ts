import type { OperationName } from '../core/invocation.ts';
import type { MessageKey } from '../i18n/translate.ts';

/** Where the locales keep the words of an operation: its `title`, its `example`, an option's `title.name`. */
export function wordsOf(operation: OperationName, what: string): MessageKey {
  return `commands.${operation}.${what}` as MessageKey;
}
