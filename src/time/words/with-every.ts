import { english } from './english.ts';
import { toPhrase } from './phrase.ts';
import { spanish } from './spanish.ts';

const namedDays = [english, spanish].flatMap((words) => Object.keys(words.namedDays));

/**
 * What was written, and the same with the word for every before it, for where only what comes again can be meant:
 * `monday 9:00` is every Monday then. A day like `tomorrow` comes once; `mañana` is one, too, and not every morning.
 */
export function withEvery(raw: string): readonly string[] {
  const phrase = toPhrase(raw);
  const comesOnce = namedDays.some((day) => phrase === day || phrase.startsWith(`${day} `));
  return comesOnce ? [raw] : [raw, `every ${raw}`, `cada ${raw}`];
}
