/**
 * The words of one language for days and hours, written as `toPlainWords` leaves them (no accents, lower case).
 * Patterns match a whole phrase; the named groups say what was read.
 */
export interface Vocabulary {
  /** Monday is 1. */
  readonly weekdays: Readonly<Record<string, number>>;
  readonly months: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, Unit>>;
  /** Small words before a day or an hour that say nothing of it, as `by`. */
  readonly leadIn: RegExp;
  /** Days counted from today. */
  readonly namedDays: Readonly<Record<string, number>>;
  /** Days that the calendar gives. */
  readonly calendarDays: Readonly<Record<string, CalendarDay>>;
  /** Hours with a name, `HH:MM`; `24:00` is the end of the day. */
  readonly namedHours: Readonly<Record<string, string>>;
  /** Parts of a day, and the hour that is meant where no other is given. */
  readonly partsOfDay: Readonly<Record<string, PartOfDay>>;
  /** Short or irregular starts of a phrase, said in the words of the tables. */
  readonly expansions: Readonly<Record<string, string>>;
  /** `in 2 hours`: groups `count`, `unit`, and perhaps `more`, the minutes beyond. */
  readonly fromNow: RegExp;
  /** `next friday`: group `weekday`, and `later` where it is the one of the week after. */
  readonly weekday: RegExp;
  /** `march 14, 2027`: groups `day`, `month`, and perhaps `weekday`, `year`. */
  readonly dates: readonly RegExp[];
  /** `the 14th`, `tuesday the 16th`: group `day`, and perhaps `weekday`. */
  readonly dayOfMonth: RegExp;
  /**
   * `at 6:30 pm`, `las 6 y media de la tarde`: groups `hour`, and perhaps `minute`, `past`, `to`, `part`. In `night at 1`
   * the part is `night`, which goes on past midnight, and `smallHours` says that it does.
   */
  readonly hours: readonly RegExp[];
  /** Minutes in words, as `quarter` past an hour. */
  readonly minutes: Readonly<Record<string, number>>;
}

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';
export type CalendarDay = 'endOfMonth' | 'endOfYear' | 'weekend' | 'nextWeek' | 'nextMonth' | 'nextYear';

/** `hour` is meant where no other is said; those that can be said of it run from `first` to `last`, 24 being midnight. */
export interface PartOfDay {
  readonly hour: string;
  readonly first: number;
  readonly last: number;
}

/** The value of a word in a table; words such as `constructor` have none. */
export function own<T>(table: Readonly<Record<string, T>>, word: string | undefined): T | undefined {
  return word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
