import { Temporal } from 'temporal-polyfill';
import { UserError } from '../../core/errors.ts';
import { nextOccurrence, type Recurrence } from '../recurrence/occurrences.ts';
import { isWithinDays, type Rule, writeRule } from '../recurrence/rule.ts';
import { daysOf, lastWall } from '../recurrence/walls.ts';
import { toWallClock } from '../zones.ts';
import { splits } from './by-tables.ts';
import { english } from './english.ts';
import { type MinuteOfDay, minutesOfDay, readHour } from './hours.ts';
import { putRight } from './mistyped.ts';
import { toPhrase } from './phrase.ts';
import { readEnd, readStart, refuseOver } from './recurrence-clauses.ts';
import type { RecurrenceWords } from './recurrence-days.ts';
import { recurringEnglish } from './recurrence-english.ts';
import { limitToMonths, takeMonths } from './recurrence-months.ts';
import { readPattern } from './recurrence-pattern.ts';
import { recurringSpanish } from './recurrence-spanish.ts';
import { readSeveralHours, repeatAtHours } from './several-hours.ts';
import { spanish } from './spanish.ts';

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
 * cannot be read, `input.never` where it would never take place, `input.date-past` where it begins or ends before today,
 * `input.hours` where its hours cannot be kept together.
 */
export function readRecurrence(raw: string, reader: RecurrenceReader): ReadRecurrence {
  const phrase = toPhrase(raw)
    .replace(/(?<!m)\.$|!$/, '')
    .replace(/,? ?\(([^()]*)\)/g, ', $1');
  const order = reader.locale.startsWith('es') ? (['es', 'en'] as const) : (['en', 'es'] as const);
  for (const language of order) {
    const words = languages[language];
    const recurrence = readIn(putRight(phrase, language).replace(words.scarce, ''), words, reader);
    if (recurrence === 'never') throw new UserError('input.never', { given: raw.trim() });
    if (recurrence) return recurrence;
  }
  throw new UserError('input.recurrence', { given: raw.trim() });
}

/** What was said, before it is given a start and an end. */
interface Said {
  readonly rule: Rule;
  readonly minute: MinuteOfDay | null;
}

/** Null where it cannot be read. */
type Result = ReadRecurrence | 'never' | null;

function readIn(phrase: string, words: RecurrenceWords, reader: RecurrenceReader): Result {
  const whole = readPhrase(phrase, words, reader);
  if (whole) return whole;
  const some = takeMonths(phrase, words);
  return some && readPhrase(some.rest, words, reader, some.months);
}

function readPhrase(
  phrase: string,
  words: RecurrenceWords,
  reader: RecurrenceReader,
  months: readonly number[] = [],
): Result {
  const [core = '', ...clauses] = expand(phrase, words).split(words.clause);
  const said = readCore(core, words);
  const rule = said && (months.length > 0 ? limitToMonths(said.rule, months) : said.rule);
  const today = toWallClock(reader.now, reader.zone).toPlainDate();
  const context = { today, dayFirst: reader.locale !== 'en-US' };
  const start = rule && readStart(clauses, words, context);
  if (!start || (start.minute !== null && said.minute !== null)) return null;
  const timed = shiftMidnight({ rule, minute: said.minute ?? start.minute });
  if (!timed) return null;
  const begun = begin(timed, start.day ?? firstDay(reader, today), reader);
  if (!begun) return 'never';
  const first = Temporal.PlainDateTime.from(begun.wall).toPlainDate();
  const ended = readEnd(start.clauses, words, begun.rule, { ...context, today: first }, today);
  if (!ended) return null;
  if (ended.count === 0) return 'never';
  const isTimed = timed.minute !== null || ended.byHour !== undefined || isWithinDays(ended);
  const recurrence = { wall: begun.wall, zone: reader.zone, rule: writeRule(ended), timed: isTimed };
  if (nextOccurrence(recurrence, reader.now)) return recurrence;
  const last = lastWall(ended.until, reader.zone);
  if (last) refuseOver(last.toPlainDate(), today, `UNTIL=${ended.until}`);
  return 'never';
}

function expand(phrase: string, { expansions }: RecurrenceWords): string {
  const short = Object.keys(expansions).find((start) => phrase === start || phrase.startsWith(`${start} `));
  return short === undefined ? phrase : `${expansions[short]}${phrase.slice(short.length)}`;
}

/** The rule and its hours, in either order; one hour is looked for first, as a list could take days for hours. */
function readCore(core: string, words: RecurrenceWords): Said | null {
  const untimed = readPattern(core, words);
  if (untimed) return { rule: untimed, minute: null };
  return (
    readWithHours(core, words, readHour, (rule, minute) => ({ rule, minute })) ??
    readWithHours(core, words, readSeveralHours, repeatAtHours) ??
    readWithHours(core, words, readBareHour, (rule, minute) => (rule.freq === 'WEEKLY' ? { rule, minute } : null))
  );
}

/** In `every tuesday 9` the number is an hour, though not in `every day 9`: that may be the ninth of each month. */
function readBareHour(phrase: string): MinuteOfDay | null {
  return /^\d{1,2}$/.test(phrase) && Number(phrase) < 24 ? Number(phrase) * 60 : null;
}

function readWithHours<Hours>(
  core: string,
  words: RecurrenceWords,
  read: (phrase: string, words: RecurrenceWords) => Hours | null,
  join: (rule: Rule, hours: Hours) => Said | null,
): Said | null {
  for (const [start, end] of splits(core)) {
    const late = read(end, words);
    const hours = late ?? read(start, words);
    const rule = hours === null ? null : readPattern(late === null ? end : start, words);
    const said = rule && hours !== null && !rule.byHour ? join(rule, hours) : null;
    if (said) return said;
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

function firstDay({ from }: RecurrenceReader, today: Temporal.PlainDate): Temporal.PlainDate {
  return from === undefined ? today : Temporal.PlainDate.from(from);
}

interface Begun {
  readonly rule: Rule;
  readonly wall: string;
}

/** Finds the first time after now, from which the intervals are counted, and says its day in the rule. */
function begin(said: Said, day: Temporal.PlainDate, { now, zone }: RecurrenceReader): Begun | null {
  const { rule, minute } = said;
  const { count: _, until: __, ...endless } = rule;
  // `every 2 hours at 9:00` says when they are counted from.
  const interval = isWithinDays(rule) && minute !== null ? rule.interval : 1;
  const wall = beginningOf(said, day, toWallClock(now, zone)).toString();
  const first = nextOccurrence({ wall, zone, rule: writeRule({ ...endless, interval }) }, now);
  return first && { wall: first.wall, rule: { ...rule, ...daysOf(rule, Temporal.PlainDateTime.from(first.wall)) } };
}

/** The hour that was said, or nine; what comes round within a day waits for none, and begins on the full hour. */
function beginningOf({ rule, minute }: Said, day: Temporal.PlainDate, now: Temporal.PlainDateTime) {
  if (!isWithinDays(rule)) return day.toPlainDateTime().add({ minutes: minute ?? (rule.byHour ? 0 : defaultMinute) });
  if (minute !== null || !day.equals(now.toPlainDate())) return day.toPlainDateTime().add({ minutes: minute ?? 0 });
  const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return rule.freq === 'HOURLY' ? hour : hour.add({ hours: 1 });
}
