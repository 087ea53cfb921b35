import type { PlatformName } from '../../core/rich-text.ts';

/** One account of a person. */
export interface AccountFact {
  readonly platform: PlatformName;
  readonly name: string;
}

/** One account, and the zone (IANA) that its platform says; null where it says none. */
interface OwnAccountFact extends AccountFact {
  readonly zone: string | null;
}

/** Until when somebody is away: the day on which they are back (`2027-06-04`), or a date and time, and its instant. */
export interface AwayFacts {
  readonly wall: string;
  readonly at: Date;
}

/** Where somebody could not be written to directly, and when that was. */
export interface ClosedFacts {
  readonly platform: PlatformName;
  readonly at: Date;
}

/** A person's choices; null is "not chosen", and then what applies stands in the reader's `Speech`. */
export interface ProfileFacts {
  readonly name: string;
  readonly zone: string | null;
  readonly locale: string | null;
  readonly reminders: 'here' | 'dm' | 'off';
  /** Local hours of quiet, `HH:MM`. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** How much a day reaches them one by one that could wait. */
  readonly dailyBudget: number;
  /** Null while they are there. */
  readonly away: AwayFacts | null;
  /** Where they want direct messages and take none. */
  readonly closed: readonly ClosedFacts[];
  /** The one they act with first. */
  readonly accounts: readonly OwnAccountFact[];
}

/** A code that makes two accounts one person. */
export interface LinkCodeFacts {
  readonly code: string;
  readonly expiresAt: Date;
}
