import type { PageStart } from '../document.ts';
import type { PageWord } from '../words.ts';

/** What the server told this page at its start. */
export const start = JSON.parse(document.getElementById('start')?.textContent ?? '{}') as PageStart;

/** The page's own words in its language, with `{…}` filled in. */
export function say(word: PageWord, params: Readonly<Record<string, string>> = {}): string {
  return start.words[word].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
