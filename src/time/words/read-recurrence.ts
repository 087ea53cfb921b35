import { Temporal } from 'temporal-polyfill';
import { UserError } from '../../core/errors.ts';
import { nextOccurrence, type Recurrence } from '../recurrence/occurrences.ts';
import { type Rule, writeRule } from '../recurrence/rule.ts';
import { daysOf } from '../recurrence/walls.ts';
import { toWallClock } from '../zones.ts';
import { splits } from './by-tables.ts';
import { readDay } from './days.ts';
import { english } from './english.ts';
import { type MinuteOfDay, minutesOfDay, readHour } from './hours.ts';
import { toPhrase } from './phrase.ts';
import type { RecurrenceWords } from './recurrence-days.ts';
import { recurringEnglish } from './recurrence-english.ts';
import { readCount, readPattern } from './recurrence-pattern.ts';
import { recurringSpanish } from './recurrence-spanish.ts';
import { spanish } from './spanish.ts';
import { own } from './vocabulary.ts';

/** Who reads: their now, their IANA zone and their language. */
export interface RecurrenceReader {
  readonly now: Date;
  readonly zone: string;
  readonly locale: string;
  /** The day from which it counts (`2027-03-14`) where the words say none; today where nobody does. */
  readonly from?: string;
}

const languages: Readonly<Record<'en' | 'es', RecurrenceWords>> = {
  en: { ...english, ...recurringEnglish },
  es: { ...spanish, ...recurringSpanish },
};

/** What was read. */
export interface ReadRecurrence extends Recurrence {
  /** Whether an hour was named, or only days: then `wall` says 09:00. */
  readonly timed: boolean;
}

/** The hour of what is to recur and was given none. */
const defaultMinute: MinuteOfDay = 9 * 60;

/**
 * What comes round again, from words (English or Spanish whatever the reader's language, theirs first) or an RRULE. Its
 * `wall` is its first occurrence after now; without an hour it is 09:00. Throws `input.recurrence` where any of it
 * cannot be read, or where it would never take place.
 */
export function readRecurrence(raw: string, reader: RecurrenceReader): ReadRecurrence {
  const phrase = toPhrase(raw).replace(/(?<!m)\.$|!$/, '');
  const order = reader.locale.startsWith('es') ? (['es', 'en'] as const) : (['en', 'es'] as const);
  for (const language of order) {
    const recurrence = readIn(phrase, languages[language], reader);
    if (recurrence) return recurrence;
  }
  throw new UserError('input.recurrence', { given: raw.trim() });
}

/** What was said, before it is given a start and an end. */
interface Said {
  readonly rule: Rule;
  readonly minute: MinuteOfDay | null;
}

function readIn(phrase: string, words: RecurrenceWords, reader: RecurrenceReader): ReadRecurrence | null {
  const [core = '', ...clauses] = expand(phrase, words).split(words.clause);
  const said = readCore(core, words);
  const start = said && readStart(clauses, words, reader);
  if (!start || (start.minute !== null && said.minute !== null)) return null;
  const timed = shiftMidnight({ rule: said.rule, minute: said.minute ?? start.minute });
  const begun = timed && begin(timed, start.day, reader);
  const rule = begun && readEnd(start.clauses, words, begun, reader);
  if (!rule) return null;
  const isTimed = timed.minute !== null || rule.byHour !== undefined;
  const recurrence = { wall: begun.wall, zone: reader.zone, rule: writeRule(rule), timed: isTimed };
  return nextOccurrence(recurrence, reader.now) && recurrence;
}

function expand(phrase: string, { expansions }: RecurrenceWords): string {
  const short = Object.keys(expansions).find((start) => phrase === start || phrase.startsWith(`${start} `));
  return short === undefined ? phrase : `${expansions[short]}${phrase.slice(short.length)}`;
}

/** The rule and its hour, in either order. */
function readCore(core: string, words: RecurrenceWords): Said | null {
  const untimed = readPattern(core, words);
  if (untimed) return { rule: untimed, minute: null };
  for (const [start, end] of splits(core)) {
    const late = readHour(end, words);
    const minute = late ?? readHour(start, words);
    const rule = minute === null ? null : readPattern(late === null ? end : start, words);
    if (rule && !rule.byHour) return { rule, minute };
  }
  return null;
}

/** Midnight ends a day: said of fridays, it is the first moment of saturdays. */
function shiftMidnight({ rule, minute }: Said): Said | null {
  if (minute === null || minute < minutesOfDay) return { rule, minute };
  const after = minute - minutesOfDay;
  if (rule.freq === 'DAILY') return { rule, minute: after };
  if (rule.freq !== 'WEEKLY' || !rule.byDay) return null;
  const byDay = rule.byDay.map(({ weekday }) => ({ weekday: (weekday % 7) + 1, nth: null }));
  return { rule: { ...rule, byDay }, minute: after };
}

interface Start {
  readonly day: Temporal.PlainDate;
  readonly minute: MinuteOfDay | null;
  /** The clauses that say something else. */
  readonly clauses: readonly string[];
}

/** Today, the day that is given, or the one that a clause says, perhaps with an hour; null where that cannot be read or is over. */
function readStart(
  clauses: readonly string[],
  words: RecurrenceWords,
  { now, zone, locale, from }: RecurrenceReader,
): Start | null {
  const today = toWallClock(now, zone).toPlainDate();
  const [said, ...more] = clauses.filter((clause) => words.starting.test(clause));
  const others = clauses.filter((clause) => !words.starting.test(clause));
  if (said === undefined) {
    return { day: from === undefined ? today : Temporal.PlainDate.from(from), minute: null, clauses: others };
  }
  const phrase = words.starting.exec(said)?.groups?.day ?? '';
  const context = { today, dayFirst: locale !== 'en-US' };
  const candidates = [[phrase, ''] as const, ...splits(phrase)].flatMap(([start, end]) => {
    const day = readDay(start, words, context) ?? readMonthBegin(start, words, today);
    const minute = end === '' ? null : readHour(end, words);
    return day && (end === '' || minute !== null) ? [{ day, minute, clauses: others }] : [];
  });
  const [start] = candidates;
  return start && more.length === 0 && Temporal.PlainDate.compare(start.day, today) >= 0 ? start : null;
}

interface Begun {
  readonly rule: Rule;
  readonly wall: string;
}

/** Finds the first time after now, from which the intervals are counted, and says its day in the rule. */
function begin({ rule, minute }: Said, day: Temporal.PlainDate, { now, zone }: RecurrenceReader): Begun | null {
  const atHour = day.toPlainDateTime().add({ minutes: minute ?? (rule.byHour ? 0 : defaultMinute) });
  const { count: _, until: __, ...endless } = rule;
  const first = nextOccurrence({ wall: atHour.toString(), zone, rule: writeRule({ ...endless, interval: 1 }) }, now);
  return first && { wall: first.wall, rule: { ...rule, ...daysOf(rule, Temporal.PlainDateTime.from(first.wall)) } };
}

/** The rule with the end that the clauses say, one at most. */
function readEnd(
  clauses: readonly string[],
  words: RecurrenceWords,
  { rule, wall }: Begun,
  reader: RecurrenceReader,
): Rule | null {
  const [clause, ...more] = clauses;
  if (clause === undefined) return rule;
  if (more.length > 0 || rule.count !== undefined || rule.until !== undefined) return null;
  const times = words.times.exec(clause)?.groups;
  if (times) {
    const count = readCount(times.count, words);
    return count === null ? null : { ...rule, count };
  }
  const first = Temporal.PlainDateTime.from(wall).toPlainDate();
  const last = readLastDay(clause, words, first, reader.locale);
  return last && { ...rule, until: last.toString().replaceAll('-', '') };
}

/** `until june 30` counts from the first time on, `until june` to its end; `for 7 weeks` begins with it. */
function readLastDay(
  clause: string,
  words: RecurrenceWords,
  first: Temporal.PlainDate,
  locale: string,
): Temporal.PlainDate | null {
  const until = words.until.exec(clause)?.groups?.day;
  if (until !== undefined) {
    return readDay(until, words, { today: first, dayFirst: locale !== 'en-US' }) ?? readMonthEnd(until, words, first);
  }
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
