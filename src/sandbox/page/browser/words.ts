import type { PageStart } from '../document.ts';
import type { PageWord } from '../words.ts';

/** Says the page's own words in one language, with `{…}` filled in. */
export type Say = (word: PageWord, params?: Readonly<Record<string, string>>) => string;

/** What the server told this page at its start. */
export const start = JSON.parse(document.getElementById('start')?.textContent ?? '{}') as PageStart;

/** Speaks the language of a tag like `es-ES`, or that of the page where it is none of the bot's. */
export function sayIn(locale: string): Say {
  const words = start.words[new Intl.Locale(locale).language] ?? start.words[start.locale];
  return (word, params = {}) =>
    (words?.[word] ?? word).replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

/** Speaks the page's language. */
export const say = sayIn(start.locale);
