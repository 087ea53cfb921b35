import type { ErrorCode, ErrorParams } from './errors.ts';
import type { PlatformName } from './rich-text.ts';

/** A command and its subcommand or button, as `task.add`. */
export type OperationName = `${string}.${string}`;

/** What a person gave, by the names of the inputs, before any of it is read. */
export type RawInput = Readonly<Record<string, string>>;

/** One channel (or direct conversation) of one workspace. `workspaceId` is a Slack team or a Discord server. */
export interface Place {
  readonly platform: PlatformName;
  readonly workspaceId: string;
  readonly channelId: string;
}

/** What a platform says of an account. */
export interface AccountFacts {
  readonly name: string;
  /** IANA zone, where the platform knows it (Slack does, Discord does not). */
  readonly zone?: string;
  /** BCP 47 tag, as the platform gives it. */
  readonly locale?: string;
  /** Slack workspace admin or owner; Discord "Manage Server". */
  readonly authority: boolean;
}

/** Who acts: an account of a platform, with what is known of it without asking the platform. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly locale?: string;
  /** Known at once on Discord; on Slack the platform must be asked. */
  readonly authority?: boolean;
}

/** Somebody did something, on either platform: typed a command, pressed a control, submitted a form. */
export interface Invocation {
  /** Unique for what the person did, the same for each repetition of it by the platform. */
  readonly id: string;
  readonly place: Place;
  readonly placeName: string;
  /** A direct conversation with the bot: no space can be linked here. */
  readonly direct: boolean;
  readonly actor: Actor;
  readonly operation: OperationName;
  readonly input: RawInput;
  readonly via: 'command' | 'control' | 'form';
  /** What the platform's own grammar could not read; answered instead of run. */
  readonly problem?: { readonly code: ErrorCode; readonly params: ErrorParams };
  /** Names of other people in the input, by account id, where the platform sent them along. */
  readonly names: Readonly<Record<string, string>>;
}

/** Somebody is typing and wants suggestions for `focused`. */
export interface Completion {
  readonly place: Place;
  readonly actor: Actor;
  readonly operation: OperationName;
  readonly input: RawInput;
  readonly focused: string;
  /** Direct conversations have no space of their own. */
  readonly direct: boolean;
}

/** What is offered while typing: words to read and the value they stand for. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}
