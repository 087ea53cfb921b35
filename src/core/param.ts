import type { z } from 'zod';
import type { ReferenceKind } from './ids.ts';

/**
 * A point in time that somebody named. `wall` is the truth of it: the local date (`2027-03-14`) or date and time
 * (`2027-03-14T18:00`) in `zone`; `at` is the instant it comes to.
 */
export interface NamedTime {
  readonly at: Date;
  readonly wall: string;
  readonly zone: string;
  /** Whether an hour was named, or only a day. */
  readonly timed: boolean;
  /** Counted from now or written with its offset, so that the clocks of the zone have no part in it. */
  readonly exact?: true;
}

/**
 * A point in time that somebody named, by the clock that is found out later: of a zone (IANA) or, without one, of
 * whoever named it. Throws `input.date-past` where it is over by that clock.
 */
export type NamedTimeIn = (zone?: string) => NamedTime;

/** Which hour a day alone means: its first (00:00), 09:00, or its last minute. */
export type DayMeaning = 'start' | 'morning' | 'end';

/**
 * Something that comes again and again, as somebody named it. `wall` is the first local date and time in `zone`
 * (`2027-03-14T18:00`), `rule` the RRULE (RFC 5545, without `DTSTART`) by which the others follow on the wall clock.
 */
export interface NamedRecurrence {
  readonly wall: string;
  readonly zone: string;
  readonly rule: string;
  /** Whether an hour was named, or only days: then `wall` says 09:00. */
  readonly timed: boolean;
}

/** Once, or again and again. */
export type When =
  | { readonly type: 'once'; readonly time: NamedTime }
  | { readonly type: 'recurring'; readonly recurrence: NamedRecurrence };

/**
 * Something that comes again, to be counted from a day that is said elsewhere (`2027-03-14`): the first of its times is
 * on that day or after it. Throws `input.recurrence` where none follows.
 */
export type NamedRepetition = (from: string) => NamedRecurrence;

/** Local hours, `HH:MM` each; `to` before `from` passes midnight. */
export interface HourRange {
  readonly from: string;
  readonly to: string;
}

/** Whom something is for: a person, or everybody here. */
export type AddresseeInput = PersonInput | { readonly type: 'here' };

/** A person as they were named. Who that is, the domain finds out. */
export type PersonInput =
  | { readonly type: 'me' }
  | { readonly type: 'account'; readonly accountId: string; readonly name: string | undefined }
  | { readonly type: 'name'; readonly name: string };

/** What reading needs to know of whoever wrote. */
export interface Reader {
  readonly names: Readonly<Record<string, string>>;
  /** By the reader's own clock, unless a zone (IANA) says otherwise. Throws `input.date` or `input.date-past`. */
  readonly readTime: (raw: string, dayMeans: DayMeaning, zone?: string) => NamedTime;
  /** A day alone means its morning. Throws `input.when`, `input.hours` or `input.date-past`. */
  readonly readWhen: (raw: string) => When;
  /** Throws `input.recurrence` or `input.hours`. */
  readonly readRecurrence: (raw: string) => NamedRecurrence;
  /** Throws `input.recurrence` or `input.hours`. */
  readonly readRepetition: (raw: string) => NamedRepetition;
  /** An IANA name, from a name or a city in any case; null where there is none. */
  readonly readZone: (raw: string) => string | null;
  /** A language that the bot speaks, from its tag or its name; null where there is none. */
  readonly readLocale: (raw: string) => string | null;
}

/** How a form asks for an input and which type Discord registers it with. */
export type ParamControl =
  | { readonly type: 'text'; readonly maxLength: number; readonly long: boolean }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'person' };

/**
 * One input of an operation: how it is asked for and how it is read. The name it has in its operation is its name
 * everywhere: Slack's `key:`, Discord's option, the form's field, the words in the locales.
 */
export interface Param<T, Required extends boolean = boolean> {
  readonly required: Required;
  readonly control: ParamControl;
  /** Suggested while typing: `zone` and `locale` by the app, `here` by the operation's own `suggest`. */
  readonly suggests?: 'zone' | 'locale' | 'here';
  /** Names a thing of the coalition's by its short name. */
  readonly refersTo?: ReferenceKind;
  /** Written as words, and may still mention people, whose names are then looked up. */
  readonly mentionsPeople?: true;
  /** Not asked for and not registered: only controls carry it (the page of a list, the coalition of a card). */
  readonly hidden?: boolean;
  /** Throws `UserError` (`input.*`). */
  readonly schema: (reader: Reader) => z.ZodType<T, string>;
}

/** The inputs of an operation by their names, in the order in which they are offered and asked for. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where inputs of all types stand side by side
export type Params = Readonly<Record<string, Param<any>>>;

/** The typed input of a handler, from the inputs its operation declares. */
export type InputOf<P extends Params> = {
  readonly [K in keyof P]: P[K] extends Param<infer T, infer R> ? (R extends true ? T : T | undefined) : never;
};
