import { toPlainWords } from '../plain-words.ts';

/** What was written, without quotes around it. */
export function unquote(raw: string): string {
  return raw.trim().replace(/^["'“”«](.*)["'“”»]$/u, '$1');
}

/** What was written, as the tables have it: plain words, `@ 9am` as `at 9am`. */
export function toPhrase(raw: string): string {
  return toPlainWords(toPlainWords(unquote(raw)).replace(/@ ?(?=\d)/u, ' at '));
}
