import { Temporal } from 'temporal-polyfill';
import { UserError } from '../../core/errors.ts';
import type { Rule } from '../recurrence/rule.ts';
import { splits } from './by-tables.ts';
import { type DayContext, readDay } from './days.ts';
import { type MinuteOfDay, readHour } from './hours.ts';
import type { RecurrenceWords } from './recurrence-days.ts';
import { readCount } from './recurrence-pattern.ts';
import { own } from './vocabulary.ts';

/** From when something comes round. */
export interface Start {
  /** Null where no clause says it. */
  readonly day: Temporal.PlainDate | null;
  readonly minute: MinuteOfDay | null;
  /** The clauses that say something else. */
  readonly clauses: readonly string[];
}

/** The start that the clauses say, perhaps with an hour; null where it cannot be read. Throws `input.date-past` where it is over. */
export function readStart(clauses: readonly string[], words: RecurrenceWords, context: DayContext): Start | null {
  const { today } = context;
  const [said, ...more] = clauses.filter((clause) => words.starting.test(clause));
  const others = clauses.filter((clause) => !words.starting.test(clause));
  if (said === undefined) return { day: null, minute: null, clauses: others };
  const phrase = words.starting.exec(said)?.groups?.day ?? '';
  const candidates = [[phrase, ''] as const, ...splits(phrase)].flatMap(([start, end]) => {
    const day = readDay(start, words, context) ?? readMonthBegin(start, words, today);
    const minute = end === '' ? null : readHour(end, words);
    return day && (end === '' || minute !== null) ? [{ day, minute, clauses: others }] : [];
  });
  const [start] = candidates;
  if (!start || more.length > 0) return null;
  refuseOver(start.day, today, phrase);
  return start;
}

/** Throws `input.date-past` for a day before today. */
export function refuseOver(day: Temporal.PlainDate, today: Temporal.PlainDate, given: string): void {
  if (Temporal.PlainDate.compare(day, today) >= 0) return;
  throw new UserError('input.date-past', { given, understood: { day: day.toString() } });
}

/**
 * The rule with the end that the clauses say, one at most; one of 0 times has a count of 0. The `today` of the context
 * is the day of its first time. Throws `input.date-past` where it ends before the real one.
 */
export function readEnd(
  clauses: readonly string[],
  words: RecurrenceWords,
  rule: Rule,
  context: DayContext,
  today: Temporal.PlainDate,
): Rule | null {
  const [clause, ...more] = clauses;
  if (clause === undefined) return rule;
  if (more.length > 0 || rule.count !== undefined || rule.until !== undefined) return null;
  const times = words.times.exec(clause)?.groups;
  if (times) {
    const count = isNone(times.count, words) ? 0 : readCount(times.count, words);
    return count === null ? null : { ...rule, count };
  }
  const last = readLastDay(clause, words, context, today);
  if (last) refuseOver(last, today, words.until.exec(clause)?.groups?.day ?? clause);
  return last && { ...rule, until: last.toString().replaceAll('-', '') };
}

function isNone(spoken: string | undefined, { counts }: RecurrenceWords): boolean {
  return /^0+$/.test(spoken ?? '') || own(counts, spoken) === 0;
}

/**
 * `until june 30` counts from the first time on, `until tomorrow` from today, `until june` to its end; `for 7 weeks` begins
 * with the first time.
 */
function readLastDay(
  clause: string,
  words: RecurrenceWords,
  context: DayContext,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const { today: first } = context;
  const until = words.until.exec(clause)?.groups?.day;
  if (own(words.namedDays, until) !== undefined) return readDay(until ?? '', words, { ...context, today });
  if (until !== undefined) return readDay(until, words, context) ?? readMonthEnd(until, words, first);
  const { count, unit } = words.during.exec(clause)?.groups ?? {};
  const known = own(words.units, unit);
  const number = readCount(count, words);
  if (!known || !number || known === 'hours' || known === 'minutes') return null;
  return first.add({ [known]: number }).subtract({ days: 1 });
}

/** The last day of a month, of the next one by that name where no year is said. */
function readMonthEnd(phrase: string, words: RecurrenceWords, first: Temporal.PlainDate): Temporal.PlainDate | null {
  const month = readMonth(phrase, words, first);
  return month?.with({ day: month.daysInMonth }) ?? null;
}

/** The first day of a month, of which the current one begins today. */
function readMonthBegin(phrase: string, words: RecurrenceWords, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const month = readMonth(phrase, words, today);
  return month && (month.equals(today.with({ day: 1 })) ? today : month);
}

function readMonth(phrase: string, words: RecurrenceWords, first: Temporal.PlainDate): Temporal.PlainDate | null {
  const { month: name, year } = words.wholeMonth.exec(phrase)?.groups ?? {};
  const month = own(words.months, name);
  if (month === undefined) return null;
  const next = month < first.month ? first.year + 1 : first.year;
  return Temporal.PlainDate.from({ year: year === undefined ? next : Number(year), month, day: 1 });
}
