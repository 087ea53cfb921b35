import { Temporal } from 'temporal-polyfill';
import { type CalendarDay, own, type Vocabulary } from './vocabulary.ts';

/** What reading a day needs: today where the person is, and whether they write the day before the month. */
export interface DayContext {
  readonly today: Temporal.PlainDate;
  readonly dayFirst: boolean;
}

/** The day that a whole phrase names: the next such one where it could be several. Null where it names none. */
export function readDay(phrase: string, words: Vocabulary, context: DayContext): Temporal.PlainDate | null {
  const { today } = context;
  return (
    readNamedDay(phrase, words, today) ??
    readNumbers(phrase, context) ??
    readWeekday(phrase, words, today) ??
    readMonthDay(phrase, words, today) ??
    readDayOfMonth(phrase, words, today) ??
    readDaysFromNow(phrase, words, today)
  );
}

function readNamedDay(phrase: string, words: Vocabulary, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const days = own(words.namedDays, phrase);
  if (days !== undefined) return today.add({ days });
  const calendarDay = own(words.calendarDays, phrase);
  return calendarDay ? calendarDays[calendarDay](today) : null;
}

const calendarDays: Readonly<Record<CalendarDay, (today: Temporal.PlainDate) => Temporal.PlainDate>> = {
  endOfMonth: (today) => today.with({ day: today.daysInMonth }),
  endOfYear: (today) => today.with({ month: 12, day: 31 }),
  weekend: (today) => nextWeekday(today, 6),
  nextWeek: (today) => today.add({ weeks: 1 }),
  nextMonth: (today) => today.add({ months: 1 }),
  nextYear: (today) => today.add({ years: 1 }),
};

/** `2027-03-14`, `14/03/2027`, `14.3.`; in the order of the person, or in the other where only that is a date. */
function readNumbers(phrase: string, { today, dayFirst }: DayContext): Temporal.PlainDate | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(phrase);
  if (iso) return toDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const match = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d\d)?)?$/.exec(phrase);
  if (!match || (match[2] === '.' && !/\..*\./.test(phrase))) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const find = (day: number, month: number) => inYear(match[4], month, day, today);
  return dayFirst ? (find(first, second) ?? find(second, first)) : (find(second, first) ?? find(first, second));
}

function readWeekday(phrase: string, words: Vocabulary, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const groups = words.weekday.exec(phrase)?.groups;
  const weekday = own(words.weekdays, groups?.weekday);
  if (weekday === undefined) return null;
  return groups?.later ? today.add({ days: 7 - today.dayOfWeek + weekday }) : nextWeekday(today, weekday);
}

/** The first such weekday after today: whoever means today says today. */
function nextWeekday(today: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

function readMonthDay(phrase: string, words: Vocabulary, today: Temporal.PlainDate): Temporal.PlainDate | null {
  for (const pattern of words.dates) {
    const { day, month, year, weekday } = pattern.exec(phrase)?.groups ?? {};
    const monthNumber = own(words.months, month);
    const date = monthNumber && inYear(year, monthNumber, day === 'primero' ? 1 : Number(day), today);
    if (date && isOn(date, weekday, words)) return date;
  }
  return null;
}

function readDayOfMonth(phrase: string, words: Vocabulary, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const groups = words.dayOfMonth.exec(phrase)?.groups;
  const day = Number(groups?.day);
  if (!(day >= 1 && day <= 31)) return null;
  const months = Array.from({ length: 13 }, (_, ahead) => today.with({ day: 1 }).add({ months: ahead }));
  const dates = months.map(({ year, month }) => toDate(year, month, day));
  const date = dates.find((candidate) => candidate && Temporal.PlainDate.compare(candidate, today) >= 0);
  return date && isOn(date, groups?.weekday, words) ? date : null;
}

/** Whether the weekday that was said along is right; none said is right. */
function isOn(date: Temporal.PlainDate, weekday: string | undefined, words: Vocabulary): boolean {
  return weekday === undefined || own(words.weekdays, weekday) === date.dayOfWeek;
}

function readDaysFromNow(phrase: string, words: Vocabulary, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const span = readSpan(phrase, words);
  if (!span || span.unit === 'hours' || span.unit === 'minutes' || !Number.isInteger(span.count)) return null;
  if (span.minutes > 0) return null;
  return today.add({ [span.unit]: span.count });
}

/** How far from now: `in 2 hours`, `dentro de tres semanas`, `en dos horas y media`. */
export function readSpan(phrase: string, words: Vocabulary) {
  const { count, unit, more } = words.fromNow.exec(phrase)?.groups ?? {};
  const known = own(words.units, unit);
  const number = readNumber(count, words);
  const minutes = more === undefined ? 0 : (own(words.minutes, more) ?? readNumber(more, words));
  return known && number !== undefined && minutes !== undefined ? { count: number, unit: known, minutes } : null;
}

function readNumber(spoken = '', words: Vocabulary): number | undefined {
  return /^\d{1,4}$/.test(spoken) ? Number(spoken) : own(words.numbers, spoken);
}

/** The date in that year; without a year, the next such date, which for 29 February may be years away. */
function inYear(year: string | undefined, month: number, day: number, today: Temporal.PlainDate) {
  if (year !== undefined) return toDate(Number(year.length === 2 ? `20${year}` : year), month, day);
  const years = Array.from({ length: 9 }, (_, ahead) => today.year + ahead);
  const dates = years.map((candidate) => toDate(candidate, month, day));
  return dates.find((date) => date && Temporal.PlainDate.compare(date, today) >= 0) ?? null;
}

function toDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}
