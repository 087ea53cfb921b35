import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { toWallClock } from '../zones.ts';
import { type Frequency, type Rule, writeDay } from './rule.ts';

/** The wall-clock times that a rule names, which no zone has touched yet. */
interface Walls {
  /** The first at or after `from`; null where there is none any more, or none within reach. */
  readonly next: (from: Temporal.PlainDateTime) => Temporal.PlainDateTime | null;
}

/**
 * The wall-clock times of a rule that begins at `start`, which is the first of them if the rule names it. UNTIL is not
 * looked at: it may be an instant, and needs the zone.
 *
 * The library expands them as if they were UTC, where no hour is ever missing, with everything said that it would take
 * from `start`: see `beginningOf`.
 */
export function createWalls(rule: Rule, start: Temporal.PlainDateTime): Walls {
  const complete = fillIn(rule, start);
  const begin = beginningOf(complete, start);
  const endless = toLibrary(complete, begin, { maxIterations: patience[rule.freq] });
  const nextEndless = (from: Temporal.PlainDateTime) => nextOf(endless, later(from, start));
  if (rule.count === undefined) return { next: nextEndless };
  // Counting goes through all periods since the start, so it may take its time; that there is a next one is known.
  const count = rule.count + countBefore(endless, begin, start);
  const counted = toLibrary(complete, begin, { maxIterations: 1_000_000, count });
  return { next: (from) => nextEndless(from) && nextOf(counted, later(from, start)) };
}

function later(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.compare(one, other) < 0 ? other : one;
}

/** What RFC 5545 takes from the start because the rule does not say it. */
function fillIn(rule: Rule, start: Temporal.PlainDateTime): Rule {
  const isShorterThan = (freq: Frequency) => order[rule.freq] > order[freq];
  return {
    ...rule,
    ...daysOf(rule, start),
    ...(!isShorterThan('DAILY') && { byHour: rule.byHour ?? [start.hour] }),
    ...(!isShorterThan('HOURLY') && { byMinute: rule.byMinute ?? [start.minute] }),
    ...(!isShorterThan('MINUTELY') && { bySecond: rule.bySecond ?? [start.second] }),
  };
}

const order: Readonly<Record<Frequency, number>> = {
  ...{ YEARLY: 0, MONTHLY: 1, WEEKLY: 2, DAILY: 3, HOURLY: 4, MINUTELY: 5, SECONDLY: 6 },
};

/** The days that a rule without any takes from its start: the weekday, the day of the month or of the year. */
export function daysOf(rule: Rule, { day, month, dayOfWeek }: Temporal.PlainDateTime): Partial<Rule> {
  const byDay = [{ weekday: dayOfWeek, nth: null }];
  if (rule.byDay || rule.byMonthDay || rule.byYearDay) return {};
  if (rule.byWeekNo || rule.freq === 'WEEKLY') return { byDay };
  if (rule.freq === 'MONTHLY') return { byMonthDay: [day] };
  if (rule.freq === 'YEARLY') return { byMonthDay: [day], byMonth: rule.byMonth ?? [month] };
  return {};
}

/** The last wall-clock time that UNTIL allows; null where there is no UNTIL. */
export function lastWall(until: string | undefined, zone: string): Temporal.PlainDateTime | null {
  if (until === undefined) return null;
  if (until.endsWith('Z')) return toWallClock(new Date(Temporal.Instant.from(until).epochMilliseconds), zone);
  return until.includes('T')
    ? Temporal.PlainDateTime.from(until)
    : Temporal.PlainDate.from(until).toPlainDateTime({ hour: 23, minute: 59, second: 59 });
}

/**
 * Where the library is to begin so that the periods of the rule fall as they do from `start`. Where BYSETPOS chooses,
 * that is the beginning of the period: told to start in the middle of it, the library chooses from the rest alone.
 */
function beginningOf(rule: Rule, start: Temporal.PlainDateTime): Temporal.PlainDateTime {
  if (!rule.bySetPos) return start;
  const midnight = start.with({ hour: 0, minute: 0, second: 0 });
  switch (rule.freq) {
    // The first week of a year may begin in the one before.
    case 'YEARLY':
      return midnight.with({ month: 1, day: 1 }).subtract({ years: rule.byWeekNo ? rule.interval : 0 });
    case 'MONTHLY':
      return midnight.with({ day: 1 });
    case 'WEEKLY':
      return midnight.subtract({ days: (start.dayOfWeek - rule.weekStart + 7) % 7 });
    case 'DAILY':
      return midnight;
    case 'HOURLY':
      return start.with({ minute: 0, second: 0 });
    case 'MINUTELY':
      return start.with({ second: 0 });
    case 'SECONDLY':
      return start;
    default:
      return rule.freq satisfies never;
  }
}

/**
 * For how many periods a rule may name nothing before it is taken to name nothing any more: longer than any rule waits
 * that makes sense, such as a 29 February on a Monday, and no longer than a person waits for an answer.
 */
const patience: Readonly<Record<Frequency, number>> = {
  ...{ YEARLY: 400, MONTHLY: 2_000, WEEKLY: 1_000, DAILY: 5_000, HOURLY: 1_000, MINUTELY: 1_000, SECONDLY: 1_000 },
};

function toLibrary(
  rule: Rule,
  begin: Temporal.PlainDateTime,
  limits: { readonly maxIterations: number; readonly count?: number },
): RRuleTemporal {
  const lists = [
    'byMonth',
    'byMonthDay',
    'byYearDay',
    'byWeekNo',
    'byHour',
    'byMinute',
    'bySecond',
    'bySetPos',
  ] as const;
  const given = lists.flatMap((name) => (rule[name] ? [[name, [...rule[name]]] as const] : []));
  return new RRuleTemporal({
    freq: rule.freq,
    interval: rule.interval,
    wkst: writeDay({ weekday: rule.weekStart, nth: null }),
    ...(rule.byDay && { byDay: rule.byDay.map(writeDay) }),
    ...Object.fromEntries(given),
    ...limits,
    dtstart: begin.toZonedDateTime('UTC'),
  });
}

/** How many the library finds between the beginning of the period and the start, which are not of the rule. */
function countBefore(library: RRuleTemporal, begin: Temporal.PlainDateTime, start: Temporal.PlainDateTime): number {
  let count = 0;
  let wall = nextOf(library, begin);
  while (wall && Temporal.PlainDateTime.compare(wall, start) < 0) {
    count += 1;
    wall = nextOf(library, wall.add({ seconds: 1 }));
  }
  return count;
}

function nextOf(library: RRuleTemporal, from: Temporal.PlainDateTime): Temporal.PlainDateTime | null {
  try {
    const next = library.next(from.toZonedDateTime('UTC'), true);
    return next && Temporal.PlainDateTime.from(next.toString().slice(0, 19));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum ')) return null;
    throw error;
  }
}
