import type { Frequency, Rule, RuleDay } from '../recurrence/rule.ts';
import type { RecurrenceVocabulary } from './recurrence-vocabulary.ts';
import { own, type Vocabulary } from './vocabulary.ts';

/** All words of one language for what comes round again. */
export type RecurrenceWords = Vocabulary & RecurrenceVocabulary;

/** Days as a rule names them, and the period in which they come round. */
export interface RuleDays {
  readonly freq: Frequency;
  readonly parts: Pick<Rule, 'byDay' | 'byMonth' | 'byMonthDay' | 'bySetPos'>;
  /**
   * `recurring`: said so that they come round; `counting`: they do, but `every` before it could count them; `ambiguous`:
   * with or without it.
   */
  readonly said: 'recurring' | 'plain' | 'counting' | 'ambiguous';
}

/** The days that a whole phrase names: `monday and thursday`, `the 1st and 3rd tuesday of the month`, `march 8`. */
export function readRuleDays(phrase: string, words: RecurrenceWords): RuleDays | null {
  const ofTheMonth = words.ofTheMonth.test(phrase);
  const days = phrase.replace(words.ofTheMonth, '').replace(words.article, '');
  if (ofTheMonth) {
    const parts = readInMonth(days, words);
    return parts && { freq: 'MONTHLY', parts, said: 'recurring' };
  }
  const weekdays = readWeekdays(days, words);
  if (weekdays) {
    const byDay = weekdays.map((weekday) => ({ weekday, nth: null }));
    return { freq: 'WEEKLY', parts: { byDay }, said: words.meansEvery.test(phrase) ? 'recurring' : 'plain' };
  }
  return readOfYear(days, words) ?? readOfAnyMonth(days, words);
}

/** The first tuesday recurs; the last friday may be the one that was, `every 2nd tuesday` is every other, `15` nothing. */
function readOfAnyMonth(days: string, words: RecurrenceWords): RuleDays | null {
  const parts = readInMonth(days, words);
  if (!parts) return null;
  const nths = parts.byDay?.flatMap(({ nth }) => nth ?? []) ?? [];
  const [nth = 0] = nths;
  const isCount = nths.length === 1 && nth > 1 && words.ordinalMayCount;
  const isPast = nths.every((each) => each < 0);
  if (parts.byMonthDay) return { freq: 'MONTHLY', parts, said: /^[a-z]/.test(days) ? 'plain' : 'ambiguous' };
  if (isCount) return { freq: 'MONTHLY', parts, said: 'counting' };
  return { freq: 'MONTHLY', parts, said: isPast ? 'plain' : 'recurring' };
}

function readOfYear(phrase: string, words: RecurrenceWords): RuleDays | null {
  for (const pattern of words.inMonth) {
    const { days = '', month, everyYear } = pattern.exec(phrase)?.groups ?? {};
    const number = own(words.months, month);
    const parts = number === undefined ? null : readInMonth(days.replace(words.article, ''), words);
    if (number !== undefined && parts) {
      return { freq: 'YEARLY', parts: { byMonth: [number], ...parts }, said: everyYear ? 'recurring' : 'plain' };
    }
  }
  return null;
}

function readWeekdays(phrase: string, words: RecurrenceWords): readonly number[] | null {
  const weekdays = phrase.split(words.and).map((item) => readWeekdayItem(item, words));
  if (weekdays.some((found) => found === null)) return null;
  return [...new Set(weekdays.flatMap((found) => found ?? []))].sort();
}

function readWeekdayItem(item: string, words: RecurrenceWords): readonly number[] | null {
  const group = own(words.weekdayGroups, item);
  if (group) return group;
  const weekday = readWeekday(item, words);
  if (weekday) return [weekday];
  const { first, last } = words.range.exec(item)?.groups ?? {};
  const [from, to] = [readWeekday(first, words), readWeekday(last, words)];
  return from && to && from < to ? Array.from({ length: to - from + 1 }, (_, ahead) => from + ahead) : null;
}

/** One weekday, in the plural too. */
function readWeekday(word: string | undefined, words: RecurrenceWords): number | undefined {
  return own(words.weekdays, word) ?? own(words.weekdays, word?.replace(/s$/, ''));
}

/** One member of a list of days: an ordinal may wait for the weekday of a later one. */
interface DayItem {
  readonly nth?: number;
  readonly weekday?: number;
  readonly number?: number;
}

/** Days of a month: `1st and 3rd tuesday`, `1st and 15th`, `last day`, `last working day`. */
function readInMonth(phrase: string, words: RecurrenceWords): RuleDays['parts'] | null {
  const working = readOrdinal(phrase, words);
  if (working && words.workingDay.test(working.rest)) {
    return { byDay: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, nth: null })), bySetPos: [working.nth] };
  }
  const items = phrase.split(words.and).map((item) => readItem(item, words));
  if (items.some((item) => item === null)) return null;
  return collect(items.flatMap((item) => item ?? []));
}

function collect(items: readonly DayItem[]): RuleDays['parts'] | null {
  if (items.every(({ weekday }) => weekday === undefined)) {
    const numbers = items.map(({ nth, number }) => number ?? nth ?? 0);
    const valid = items.every(({ number, nth = 0 }) => number !== undefined || (nth >= 1 && nth <= 31));
    return valid ? { byMonthDay: [...new Set(numbers)].sort((a, b) => a - b) } : null;
  }
  const byDay: RuleDay[] = [];
  let waiting: number[] = [];
  for (const { nth, weekday, number } of items) {
    if (number !== undefined || nth === undefined || nth > 5) return null;
    waiting.push(nth);
    if (weekday === undefined) continue;
    byDay.push(...waiting.map((each) => ({ weekday, nth: each })));
    waiting = [];
  }
  return waiting.length === 0 ? { byDay } : null;
}

function readItem(item: string, words: RecurrenceWords): DayItem | null {
  if (words.lastDay.test(item)) return { number: -1 };
  const number = Number(words.dayNumber.exec(item)?.groups?.number);
  if (number >= 1 && number <= 31) return { number };
  const ordinal = readOrdinal(item, words);
  if (!ordinal) return null;
  if (ordinal.rest === '') return { nth: ordinal.nth };
  const weekday = readWeekday(ordinal.rest, words);
  return weekday === undefined ? null : { nth: ordinal.nth, weekday };
}

/** The ordinal that a phrase begins with, and what it leaves. */
function readOrdinal(phrase: string, words: RecurrenceWords): { nth: number; rest: string } | null {
  const begins = (start: string) => phrase === start || phrase.startsWith(`${start} `);
  const word = Object.keys(words.ordinals)
    .filter(begins)
    .sort((one, other) => other.length - one.length)[0];
  if (word !== undefined) return { nth: words.ordinals[word] ?? 0, rest: phrase.slice(word.length + 1) };
  const [digits = '', ...rest] = phrase.split(' ');
  const number = words.numbered.exec(digits)?.groups?.number;
  return number === undefined ? null : { nth: Number(number), rest: rest.join(' ') };
}
