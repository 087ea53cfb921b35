import type { Frequency } from '../recurrence/rule.ts';

/** How often: every `interval` of a period. */
export interface Rhythm {
  readonly freq: Frequency;
  readonly interval: number;
}

/**
 * The words of one language for what comes round again, beside those for days and hours, written as `toPlainWords`
 * leaves them. Patterns match a whole phrase; the named groups say what was read.
 */
export interface RecurrenceVocabulary {
  /** Stands before every clause that may follow: until when, how many times, from when. */
  readonly clause: RegExp;
  /** Group `day`. */
  readonly until: RegExp;
  /** A whole month, of which its last day is meant: groups `month`, perhaps `year`. */
  readonly wholeMonth: RegExp;
  /** Group `count`. */
  readonly times: RegExp;
  /** Stands before months, of which `except` leaves them out: that group, all over the phrase. */
  readonly someMonths: RegExp;
  /** Said back of days like the 31st, which goes without saying: that they come only in months that have them. */
  readonly scarce: RegExp;
  /** Words before a month that say nothing of it, as `in`. */
  readonly beforeMonths: RegExp;
  /** `june to august`: groups `first`, `last`. */
  readonly monthRange: RegExp;
  /** `for 7 weeks`: groups `count`, `unit`. */
  readonly during: RegExp;
  /** Group `day`, with or without an hour. */
  readonly starting: RegExp;
  /** Starts of a phrase, said in the words of the tables: `every morning` is `every day in the morning`. */
  readonly expansions: Readonly<Record<string, string>>;
  /** Rhythms in one word or a fixed phrase, as `weekly`. */
  readonly rhythms: Readonly<Record<string, Rhythm>>;
  /** `every 2 weeks`: group `unit`, perhaps `count`. */
  readonly everyUnit: RegExp;
  /** `every tuesday`: group `days`, perhaps `count`. */
  readonly everyDay: RegExp;
  /** What `every` can count. */
  readonly periods: Readonly<Record<string, Rhythm>>;
  /** Counts beyond the numbers, as `other`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Names for several weekdays at once; Monday is 1. */
  readonly weekdayGroups: Readonly<Record<string, readonly number[]>>;
  /** Between the members of a list. */
  readonly and: RegExp;
  /** `monday to friday`: groups `first`, `last`. */
  readonly range: RegExp;
  /** Which of several; the last is -1. */
  readonly ordinals: Readonly<Record<string, number>>;
  /** The same in digits, `3rd`: group `number`. */
  readonly numbered: RegExp;
  /** Words before a day that say nothing of it, as `the`. */
  readonly article: RegExp;
  /** A day of the month by its number: group `number`. */
  readonly dayNumber: RegExp;
  readonly lastDay: RegExp;
  readonly workingDay: RegExp;
  /** After days: of every month. */
  readonly ofTheMonth: RegExp;
  /** Days of one month of the year: groups `days`, `month`, and `everyYear` where that is said. */
  readonly inMonth: readonly RegExp[];
  /** Days that mean every such day without the word for it, as `tuesdays`. */
  readonly meansEvery: RegExp;
  /** Where `every second tuesday` may be every other one: what can be both is not guessed. */
  readonly ordinalMayCount: boolean;
}
