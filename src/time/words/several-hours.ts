import { UserError } from '../../core/errors.ts';
import type { Rule } from '../recurrence/rule.ts';
import { type MinuteOfDay, minutesOfDay, readHour } from './hours.ts';
import type { RecurrenceWords } from './recurrence-days.ts';
import { own } from './vocabulary.ts';

/** An hour of a list: `bare` is in digits alone, `half` says in which half of the day it is, `named` is noon or midnight. */
interface HourItem {
  readonly minute: MinuteOfDay;
  readonly said: 'bare' | 'plain' | 'half' | 'named';
}

/** Hours that a phrase lists, as minutes of the day in their order. */
export interface SeveralHours {
  readonly minutes: readonly MinuteOfDay[];
  /** Whether the first is but a number, and so could be one of the days before it. */
  readonly fromBare: boolean;
}

/**
 * The hours that a whole phrase lists: `at 9:00 and 17:00`. Null where it lists none, or where one could be of either
 * half of the day: nobody can tell which 7 `7 and 9 pm` means, or which 5 `9 and 5`.
 */
export function readSeveralHours(phrase: string, words: RecurrenceWords): SeveralHours | null {
  const items = readItems(phrase, words);
  if (!items || items.length < 2 || items.every(({ said }) => said === 'bare')) return null;
  if (items.some(({ said }) => said === 'half') && items.some(couldBeEither)) return null;
  if (items.some((item, index) => isEarlier(item, items[index - 1]))) return null;
  const minutes = [...new Set(items.map(({ minute }) => minute))].sort((one, other) => one - other);
  return { minutes, fromBare: items[0]?.said === 'bare' };
}

function couldBeEither({ minute, said }: HourItem): boolean {
  return (said === 'bare' || said === 'plain') && minute < 13 * 60;
}

/** Said after a later one, it may be one of the afternoon. */
function isEarlier(item: HourItem, before: HourItem | undefined): boolean {
  return before !== undefined && item.minute < before.minute && couldBeEither(item) && couldBeEither(before);
}

/** The longest hour first, as `a las 9 y cuarto y a las 17` has an `y` in one of its two. */
function readItems(phrase: string, words: RecurrenceWords): readonly HourItem[] | null {
  const only = readItem(phrase, words);
  if (only) return [only];
  for (const { index, 0: gap } of [...phrase.matchAll(new RegExp(words.and, 'g'))].reverse()) {
    const first = readItem(phrase.slice(0, index), words);
    const others = first && readItems(phrase.slice(index + gap.length), words);
    if (others) return [first, ...others];
  }
  return null;
}

function readItem(item: string, words: RecurrenceWords): HourItem | null {
  if (/^\d{1,2}$/.test(item)) return Number(item) < 24 ? { minute: Number(item) * 60, said: 'bare' } : null;
  const minute = readHour(item, words);
  if (minute === null) return null;
  if (own(words.namedHours, item) !== undefined) return { minute, said: 'named' };
  return { minute, said: saysHalf(item, words) ? 'half' : 'plain' };
}

function saysHalf(item: string, { partsOfDay }: RecurrenceWords): boolean {
  // `9am` is written in one.
  const apart = ` ${item.replace(/(?<=\d)(?=[a-z])/g, ' ')} `;
  return Object.keys(partsOfDay).some((part) => apart.includes(` ${part} `));
}

/**
 * The rule at these hours of each of its days, and the minute that they share; null where numbers of days and hours
 * cannot be told apart. RRULE multiplies hours by minutes, and counts places (BYSETPOS) among all that makes; so throws
 * `input.hours` where the minutes differ, where places count, and where a midnight belongs to another day than the rest.
 */
export function repeatAtHours(rule: Rule, { minutes, fromBare }: SeveralHours): { rule: Rule; minute: number } | null {
  if (fromBare && rule.byMonthDay) return null;
  const [first = 0] = minutes;
  const minute = first % 60;
  const isEveryDay = rule.freq === 'DAILY' && rule.interval === 1;
  const hasStrayMidnight = !isEveryDay && minutes.some((each) => each >= minutesOfDay);
  if (minutes.some((each) => each % 60 !== minute) || rule.bySetPos || hasStrayMidnight) refuse(minutes);
  const byHour = [...new Set(minutes.map((each) => Math.floor(each / 60) % 24))].sort((one, other) => one - other);
  return { rule: { ...rule, byHour }, minute };
}

function refuse(minutes: readonly MinuteOfDay[]): never {
  const clocks = minutes.map((each) => `${Math.floor(each / 60)}:${String(each % 60).padStart(2, '0')}`);
  throw new UserError('input.hours', { hours: clocks.join(', ') });
}
