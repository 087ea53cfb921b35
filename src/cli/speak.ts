import { plain } from '../core/rich-text.ts';
import { createCatalogue } from '../i18n/catalogue.ts';
import type { MessageKey, MessageParams } from '../i18n/translate.ts';

/** A key of the locales → plain words. */
export type Words = (key: MessageKey, params?: MessageParams) => string;

/** Words for the host of the bot, in the language of their terminal. */
export function speakToHost(env: Readonly<Record<string, string | undefined>> = process.env): Words {
  const catalogue = createCatalogue();
  const terminal = env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG;
  const locale = catalogue.chooseLocale(env.DEFAULT_LOCALE, terminal?.split('.')[0]);
  const translate = catalogue.speak(locale, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (key, params) => plain(translate(key, params));
}
