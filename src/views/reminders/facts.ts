import type { Mentionable } from '../../core/rich-text.ts';
import type { RecurrenceFacts } from '../recurrence.ts';
import type { SpaceName } from '../space.ts';

/** A reminder as its views need it. */
export interface ReminderFacts {
  readonly coalitionId: string;
  readonly number: number;
  readonly text: string;
  readonly state: 'active' | 'done' | 'cancelled' | 'declined';
  readonly author: Mentionable;
  readonly authorId: string;
  /** Null: everybody in the space. */
  readonly recipient: Mentionable | null;
  readonly recipientId: string | null;
  readonly space: SpaceName;
  /** It is for everybody in a channel that is gone or closed: nobody hears it. */
  readonly unheard: boolean;
  /** Null where it comes once. */
  readonly repeats: RecurrenceFacts | null;
  /** The next occurrences, at most three. */
  readonly next: readonly Date[];
  readonly snoozedUntil: Date | null;
}

/** Where a reminder for one member is going to be said, as things are by now, and who reads that. */
export interface WayFacts {
  readonly to: 'direct' | 'space' | 'nobody' | 'nowhere';
  /** Where it is said, if not directly; null where no channel is left for that. */
  readonly space: SpaceName | null;
  /** It is for whoever reads this. */
  readonly own: boolean;
  /** They read it in their own conversation with the bot. */
  readonly askedDirectly: boolean;
}

/** What became of a reminder that somebody wants to hear again. */
export interface SnoozedFacts {
  readonly reminder: ReminderFacts;
  /** Of their own, in place of putting off what is for everybody; else null. */
  readonly own: ReminderFacts | null;
  /** How that reaches them. */
  readonly way: WayFacts | null;
}

/** One page of reminders. Pages count from 1; `total` counts those of all pages. */
export interface ReminderPage {
  readonly reminders: readonly ReminderFacts[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A reminder whose time has come, and which waits to be said. */
export interface HeldFacts extends Pick<ReminderFacts, 'number' | 'text'> {
  readonly heldFor: 'quietHours' | 'budget';
  /** When it is tried next. */
  readonly until: Date;
}

/** What became of one occurrence, for one member or a space. */
export interface ReceiptFacts {
  readonly occurrenceAt: Date;
  readonly recipient: Mentionable | null;
  readonly space: SpaceName;
  readonly status: 'sent' | 'waiting' | 'skipped' | 'failed';
  /** When it was sent, skipped or failed; while it waits, when it is tried next. */
  readonly at: Date;
  /** A code. */
  readonly reason: string | null;
  readonly heldFor: 'quietHours' | 'budget' | null;
  readonly sentTo: 'space' | 'direct' | null;
  /** Milliseconds; null where it was punctual or had to wait. */
  readonly late: number | null;
}

/** One page of what became of something, the newest first. */
export interface ReceiptPageFacts extends Omit<ReminderPage, 'reminders'> {
  readonly receipts: readonly ReceiptFacts[];
}

/** A reminder and one page of what became of it. */
export interface ReceiptsFacts extends ReceiptPageFacts {
  readonly reminder: ReminderFacts;
}
