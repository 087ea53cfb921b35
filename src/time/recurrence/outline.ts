import { Temporal } from 'temporal-polyfill';
import type { Recurrence } from './occurrences.ts';
import { parseRule } from './parse-rule.ts';
import { isWithinDays, type Rule } from './rule.ts';
import { daysOf, lastWall } from './walls.ts';

/** Which of several: the last is -1, the one before it -2. */
export type Nth = 1 | 2 | 3 | 4 | 5 | -1 | -2;

/** Days within a month. */
type MonthDays =
  | { readonly type: 'numbers'; readonly numbers: readonly number[] }
  | { readonly type: 'last' }
  | { readonly type: 'workday'; readonly nth: Nth }
  | { readonly type: 'nth'; readonly groups: readonly { readonly nths: readonly Nth[]; readonly weekday: number }[] };

/** Months, January being 1: those in which something takes place, or those in which it does not. */
export interface SomeMonths {
  readonly type: 'in' | 'except';
  readonly months: readonly number[];
}

/** A recurrence as people would say it: how often, on which days, at what times, until when. Monday is 1. */
export interface RecurrenceOutline {
  readonly interval: number;
  readonly days:
    | { readonly type: 'minutely' }
    | { readonly type: 'hourly' }
    | { readonly type: 'daily' }
    | { readonly type: 'workdays' }
    | { readonly type: 'weekdays'; readonly weekdays: readonly number[] }
    | { readonly type: 'month'; readonly of: MonthDays }
    | { readonly type: 'year'; readonly month: number; readonly of: MonthDays };
  /** In their order; none of what comes round within a day. */
  readonly hours: readonly number[];
  /** The same of each hour. */
  readonly minute: number;
  /** Null where it takes place in all of them, or in the one of its year. */
  readonly months: SomeMonths | null;
  /** `until` is the last day on which it takes place, `2027-06-30`. */
  readonly end: { readonly count: number } | { readonly until: string } | null;
}

/**
 * The outline of a recurrence; null where people have no words for its rule, or where the words would leave something
 * of it out. Throws `RangeError` where the rule cannot be read.
 */
export function outlineRecurrence({
  wall,
  zone,
  rule: written,
  exceptions = [],
}: Recurrence): RecurrenceOutline | null {
  const given = parseRule(written);
  const start = Temporal.PlainDateTime.from(wall);
  const rule = { ...given, ...daysOf(given, start) };
  const days = sayDays(rule);
  const hours = sayHours(rule, wall);
  const end = sayEnd(rule, start, hours ?? [], zone);
  if (!days || !hours || end === 'amid a day' || exceptions.length > 0 || hasUnsaid(rule)) return null;
  const months = rule.freq === 'YEARLY' ? null : sayMonths(rule.byMonth);
  return { interval: rule.interval, days, hours, minute: start.minute, months, end };
}

/** Minutes of the rule's own, rare choices of days, and weeks that do not begin on Monday where that matters. */
function hasUnsaid({ byMinute, bySecond, byYearDay, byWeekNo, freq, interval, weekStart }: Rule): boolean {
  const weeksMatter = freq === 'WEEKLY' && interval > 1 && weekStart !== 1;
  return weeksMatter || [byMinute, bySecond, byYearDay, byWeekNo].some((part) => part !== undefined);
}

/** Those of the rule, or that of its start. Where places are counted (BYSETPOS), hours of its own are counted too. */
function sayHours({ freq, byHour, bySetPos }: Rule, wall: string): readonly number[] | null {
  const { hour, minute, second } = Temporal.PlainDateTime.from(wall);
  if (second !== 0) return null;
  if (isWithinDays({ freq })) return minute === 0 && !byHour ? [] : null;
  if (!byHour) return [hour];
  return wall.includes('T') && !bySetPos ? byHour : null;
}

/** What is shorter to say. */
function sayMonths(months: readonly number[] | undefined): SomeMonths | null {
  if (!months || months.length === 12) return null;
  const others = Array.from({ length: 12 }, (_, before) => before + 1).filter((month) => !months.includes(month));
  return others.length < months.length ? { type: 'except', months: others } : { type: 'in', months };
}

function sayDays(rule: Rule): RecurrenceOutline['days'] | null {
  const { freq, byDay = [], byMonth, byMonthDay, bySetPos } = rule;
  switch (freq) {
    case 'HOURLY':
    case 'MINUTELY': {
      const isPlain = byDay.length === 0 && !byMonth && !byMonthDay && !bySetPos;
      return isPlain ? { type: freq === 'HOURLY' ? 'hourly' : 'minutely' } : null;
    }
    case 'DAILY':
      return byDay.length > 0 || byMonthDay || bySetPos ? null : { type: 'daily' };
    case 'WEEKLY':
      return bySetPos ? null : sayWeekdays(rule);
    case 'MONTHLY': {
      const of = sayMonthDays(rule);
      return of && { type: 'month', of };
    }
    case 'YEARLY': {
      const [month, ...more] = byMonth ?? [];
      const of = month === undefined || more.length > 0 ? null : sayMonthDays(rule);
      return of && month !== undefined ? { type: 'year', month, of } : null;
    }
    default:
      return null;
  }
}

function sayWeekdays({ byDay = [], interval }: Rule): RecurrenceOutline['days'] {
  const weekdays = [...new Set(byDay.map(({ weekday }) => weekday))].sort();
  return weekdays.join() === '1,2,3,4,5' && interval === 1 ? { type: 'workdays' } : { type: 'weekdays', weekdays };
}

function sayMonthDays({ byDay, byMonthDay, bySetPos }: Rule): MonthDays | null {
  if (byDay && byMonthDay) return null;
  if (byMonthDay) return bySetPos ? null : sayNumbers(byMonthDay);
  if (!byDay) return null;
  if (bySetPos) return sayWorkday(byDay, bySetPos);
  const nths = byDay.map(({ nth }) => nth);
  if (!nths.every(isNth)) return null;
  const weekdays = [...new Set(byDay.map(({ weekday }) => weekday))];
  const groups = weekdays.map((weekday) => ({
    weekday,
    nths: byDay.flatMap((day) => (day.weekday === weekday && isNth(day.nth) ? [day.nth] : [])).sort(inMonth),
  }));
  return { type: 'nth', groups };
}

function sayNumbers(numbers: readonly number[]): MonthDays | null {
  if (numbers.every((number) => number > 0)) return { type: 'numbers', numbers };
  return numbers.join() === '-1' ? { type: 'last' } : null;
}

function sayWorkday(byDay: NonNullable<Rule['byDay']>, [nth, ...more]: readonly number[]): MonthDays | null {
  const days = byDay.map(({ weekday, nth: own }) => `${own ?? ''}${weekday}`).sort();
  return days.join() === '1,2,3,4,5' && isNth(nth) && more.length === 0 ? { type: 'workday', nth } : null;
}

function isNth(nth: number | null | undefined): nth is Nth {
  return typeof nth === 'number' && nth >= -2 && nth <= 5 && nth !== 0;
}

/** The last come last. */
function inMonth(one: number, other: number): number {
  return (one < 0 ? one + 10 : one) - (other < 0 ? other + 10 : other);
}

/** An end between the first and the last hour of its day leaves out some of them, which a day does not say. */
function sayEnd(
  rule: Rule,
  start: Temporal.PlainDateTime,
  hours: readonly number[],
  zone: string,
): RecurrenceOutline['end'] | 'amid a day' {
  if (rule.count !== undefined) return { count: rule.count };
  const last = lastWall(rule.until, zone);
  if (!last) return null;
  if (isWithinDays(rule) && rule.until?.includes('T')) return 'amid a day';
  const isBefore = (hour: number) =>
    Temporal.PlainTime.compare(last.toPlainTime(), start.with({ hour }).toPlainTime()) < 0;
  const missed = hours.filter(isBefore);
  if (missed.length > 0 && missed.length < hours.length) return 'amid a day';
  // An end before the hours of that day has its last time the day before.
  const days = missed.length > 0 ? 1 : 0;
  return { until: last.toPlainDate().subtract({ days }).toString() };
}
