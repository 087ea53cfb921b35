import type { MessageKey } from '../../i18n/translate.ts';

/** Where the locales keep the words of a command (`task`) or of an operation (`task.add`). */
export function wordsOf(name: string, what: string): MessageKey {
  return `commands.${name}.${what}` as MessageKey;
}
