import en from '../../locales/en.json' with { type: 'json' };
import type { MessageKey } from './translate.ts';

/** Whether there are words for this: keys that are put together from names may lead nowhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
