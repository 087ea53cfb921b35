import type { Visibility } from './define.ts';
import type { AccountFacts, Completion, Invocation, Place, Suggestion } from './invocation.ts';
import type { AccountAddress, PlatformName } from './rich-text.ts';
import type { Form, View } from './view.ts';

/** A post of ours, where it stands. */
export interface PostedMessage extends Place {
  readonly messageId: string;
}

/** What a platform's own calendar shows. All texts are plain; each platform cuts them by its limits. */
export interface CalendarEntry {
  readonly name: string;
  readonly description: string;
  readonly location: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The end of its description, by which an entry is known again where a crash left in doubt whether it was made. */
  readonly mark: string;
}

/** The calendar of a workspace, for all to see. Its methods throw `PlatformError`: `gone` where the entry was deleted. */
export interface PlatformCalendar {
  /** Returns the platform's id of the entry. */
  readonly add: (place: Place, entry: CalendarEntry) => Promise<string>;
  readonly change: (place: Place, entryId: string, entry: CalendarEntry) => Promise<void>;
  readonly cancel: (place: Place, entryId: string) => Promise<void>;
  /** An entry of ours by that name and with that mark; null where there is none. */
  readonly find: (place: Place, entry: CalendarEntry) => Promise<string | null>;
}

/** A chat platform, as everything behind it sees it. Its methods throw `PlatformError`, nothing else. */
export interface Platform {
  readonly name: PlatformName;
  /** Connects and listens. Rejects with `PlatformStartError` where the platform refuses the token. */
  readonly start: (inbound: Inbound) => Promise<void>;
  /** Takes no more, finishes what it holds, disconnects. */
  readonly stop: () => Promise<void>;
  /** Whether it hears what people do, right now. */
  readonly connected: () => boolean;
  /** Posts to a channel. `deliveryId` travels along, so that `findPosted` knows the post again. */
  readonly post: (place: Place, view: View, deliveryId: string) => Promise<PostedMessage>;
  readonly edit: (message: PostedMessage, view: View) => Promise<void>;
  /** Our own recent post for that delivery, where a crash left in doubt whether it was sent. */
  readonly findPosted: (place: Place, deliveryId: string) => Promise<PostedMessage | null>;
  /**
   * The same in an account's own conversation with the bot. Throws the failure `closed` where the account takes no
   * direct messages from it, or is there no more.
   */
  readonly postDirect: (account: AccountAddress, view: View, deliveryId: string) => Promise<PostedMessage>;
  readonly findPostedDirect: (account: AccountAddress, deliveryId: string) => Promise<PostedMessage | null>;
  /** Where the platform has one. */
  readonly calendar?: PlatformCalendar;
  readonly describeAccount: (workspaceId: string, accountId: string) => Promise<AccountFacts>;
}

/** What happens upon an invocation: its form opens, or it runs. Known at once, without the store. */
export type Plan =
  | { readonly type: 'form' }
  | { readonly type: 'run'; readonly visibility: Visibility; readonly inPlace: boolean };

/** What an invocation came to. An error is an answer too, always private. */
export interface Answer {
  readonly view: View;
  readonly visibility: Visibility;
  /** Nothing was done: what the person wrote must not be lost, nor what they pressed on. */
  readonly failed?: true;
  /** The input that could not be read, where it is one: a form can show the answer beside its field. */
  readonly field?: string;
}

/** The bot, as a platform sees it. None of these rejects: what goes wrong is an answer. */
export interface Inbound {
  readonly plan: (invocation: Invocation) => Plan;
  /**
   * The form of an invocation whose plan is one, within a second even where the store is slow. Null where something
   * speaks against asking: `run` says what. A form that was sent and is to be mended is asked for `via` form.
   */
  readonly form: (invocation: Invocation) => Promise<Form | null>;
  /** Null for a repetition of what has been run already: nothing is to be answered. */
  readonly run: (invocation: Invocation) => Promise<Answer | null>;
  readonly suggest: (completion: Completion) => Promise<readonly Suggestion[]>;
  /** What is next for this person, for a page of their own (Slack's App Home). */
  readonly home: (place: Place, accountId: string) => Promise<View>;
}

/** Where the program counts what happens, for its operator. Words of people are no part of it: all strings are codes. */
export interface Counters {
  /** What a try to say a delivery came to. `lateMs`: how long after it was due it was sent, in milliseconds. */
  readonly delivery: (facts: {
    readonly platform: PlatformName;
    readonly letter: string;
    readonly outcome: 'sent' | 'skipped' | 'held' | 'moved' | 'retried' | 'failed';
    readonly reason?: string;
    readonly lateMs?: number;
  }) => void;
  /** What somebody did, and how long the answer took, in milliseconds. */
  readonly invocation: (facts: {
    readonly platform: PlatformName;
    readonly operation: string;
    readonly outcome: string;
    readonly ms: number;
  }) => void;
}

/** Where the program tells its operator what happens. `facts` never hold people's words or tokens. */
export interface Log {
  readonly debug: (facts: object, message: string) => void;
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
}
