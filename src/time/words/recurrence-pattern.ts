import { parseRule } from '../recurrence/parse-rule.ts';
import type { Rule } from '../recurrence/rule.ts';
import { type RecurrenceWords, type RuleDays, readRuleDays } from './recurrence-days.ts';
import type { Rhythm } from './recurrence-vocabulary.ts';
import { own } from './vocabulary.ts';

/** The rule that a whole phrase without hour or end says: `every 2 weeks on monday`. Null where it says none. */
export function readPattern(phrase: string, words: RecurrenceWords): Rule | null {
  if (/^(?:rrule:)?freq=/.test(phrase)) return readWritten(phrase);
  const rhythm = readRhythm(phrase, words);
  if (rhythm) return toRule(rhythm);
  return readEveryDay(phrase, words) ?? readRhythmAndDays(phrase, words) ?? readDaysAlone(phrase, words);
}

function readWritten(phrase: string): Rule | null {
  try {
    return parseRule(phrase);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function toRule(rhythm: Rhythm, parts: RuleDays['parts'] = {}): Rule {
  return { ...rhythm, ...parts, weekStart: 1 };
}

/** `weekly`, `every other week`, `every 3 months`. */
function readRhythm(phrase: string, words: RecurrenceWords): Rhythm | null {
  const named = own(words.rhythms, phrase);
  if (named) return named;
  const { count, unit } = words.everyUnit.exec(phrase)?.groups ?? {};
  const period = own(words.periods, unit);
  const times = count === undefined ? 1 : readCount(count, words);
  return period && times ? { freq: period.freq, interval: period.interval * times } : null;
}

/** Digits, or a word such as `two`; null for anything else. */
export function readCount(spoken: string | undefined, words: RecurrenceWords): number | null {
  const count = /^\d{1,3}$/.test(spoken ?? '')
    ? Number(spoken)
    : (own(words.counts, spoken) ?? own(words.numbers, spoken));
  return count !== undefined && count >= 1 && Number.isInteger(count) ? count : null;
}

/** `every tuesday`, `every other thursday`, `every march 8`. */
function readEveryDay(phrase: string, words: RecurrenceWords): Rule | null {
  const { count, days = '' } = words.everyDay.exec(phrase)?.groups ?? {};
  const found = readRuleDays(days, words);
  if (!found || found.said === 'ambiguous' || found.said === 'counting') return null;
  const interval = count === undefined ? 1 : readCount(count, words);
  if (!interval || (interval > 1 && found.freq !== 'WEEKLY')) return null;
  return toRule({ freq: found.freq, interval }, found.parts);
}

/** `monthly on the last friday`, `los lunes cada dos semanas`: the days must be such of the period. */
function readRhythmAndDays(phrase: string, words: RecurrenceWords): Rule | null {
  for (const { index, 0: gap } of phrase.matchAll(/,? /g)) {
    const [start, end] = [phrase.slice(0, index), phrase.slice(index + gap.length)];
    const rhythm = readRhythm(start, words) ?? readRhythm(end, words);
    const days = rhythm && readRuleDays(readRhythm(start, words) ? end : start, words);
    if (days && rhythm.freq === days.freq) return toRule(rhythm, days.parts);
  }
  return null;
}

function readDaysAlone(phrase: string, words: RecurrenceWords): Rule | null {
  const days = readRuleDays(phrase, words);
  const recurs = days?.said === 'recurring' || days?.said === 'counting';
  return recurs ? toRule({ freq: days.freq, interval: 1 }, days.parts) : null;
}
