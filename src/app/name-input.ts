import type { Invocation } from '../core/invocation.ts';
import { plain } from '../core/rich-text.ts';
import { isMessageKey } from '../i18n/keys.ts';
import type { Translate } from '../i18n/translate.ts';
import { wordsOf } from './words.ts';

/**
 * What its reader calls an input: as Discord and the forms show it, in their language; in a command that is typed in
 * Slack by its key, as the help writes it.
 */
export function nameInput({ operation, place, via }: Invocation, input: string, t: Translate): string {
  const key = wordsOf(operation, `${input}.name`);
  const isKeyTyped = place.platform === 'slack' && via === 'command';
  return isKeyTyped || !isMessageKey(key) ? input : plain(t(key));
}
