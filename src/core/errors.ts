import type { CalendarDay } from './rich-text.ts';

/**
 * Every failure that a person can mend. The words stand in the locales under `errors.<code>`; each says what is wrong
 * and what to do. This list is the translators' checklist.
 */
export const errorCodes = [
  'access.authority-needed',
  'access.organizer-needed',
  'access.not-yours',
  'account.already-linked',
  'account.not-linked',
  'account.same-platform',
  'coalition.already-linked-here',
  'coalition.digest-too-often',
  'coalition.direct-message',
  'coalition.last-organizer',
  'coalition.none-here',
  'coalition.not-a-member',
  'coalition.several',
  'coalition.space-not-linked',
  'code.expired',
  'code.own',
  'code.unknown',
  'command.unknown',
  'control.foreign',
  'conversation.agenda-full',
  'conversation.cancelled',
  'conversation.item-gone',
  'conversation.never',
  'conversation.no-hour',
  'conversation.no-space',
  'conversation.not-begun',
  'conversation.not-found',
  'conversation.over',
  'conversation.too-often',
  'conversation.two-rules',
  'conversation.with-oneself',
  'conversation.with-several',
  'form.not-opened',
  'goal.not-found',
  'input.amount',
  'input.choice',
  'input.code',
  'input.date',
  'input.date-past',
  'input.duration',
  'input.everybody',
  'input.hours',
  'input.locale',
  'input.missing',
  'input.never',
  'input.person',
  'input.quiet',
  'input.recurrence',
  'input.reference',
  'input.repeated-key',
  'input.too-long',
  'input.unknown-key',
  'input.unknown-subcommand',
  'input.when',
  'input.zone',
  'line.follow-up',
  'line.too-long',
  'line.too-many',
  'person.ambiguous',
  'person.not-a-member',
  'person.not-found',
  'reminder.never',
  'reminder.no-space',
  'reminder.not-found',
  'reminder.not-said',
  'reminder.over',
  'reminder.too-often',
  'task.already-done',
  'task.already-dropped',
  'task.not-found',
  'task.not-open',
  'task.still-open',
  'task.too-often',
] as const;

/** The code of a failure that a person can mend. */
export type ErrorCode = (typeof errorCodes)[number];

/** What an error names: never anything of another coalition. */
export type ErrorParams = Readonly<Record<string, string | number | Date | CalendarDay>>;

/** A failure that the person who caused it can mend. Shown to them alone, in their language. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** The input that could not be read, where it was one. */
  readonly field: string | undefined;

  constructor(code: ErrorCode, params: ErrorParams = {}, field?: string) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.params = params;
    this.field = field;
  }
}

/** An invocation turned out to be a repetition: what it was to change has been changed by the first one. */
export class Repetition extends Error {
  constructor() {
    super('the invocation has been run');
    this.name = 'Repetition';
  }
}

/** How a platform failed, as far as it matters to whoever sends. */
export type PlatformFailure =
  /** Try again: overload, time-out, lost connection. */
  | 'later'
  /** The channel is gone or closed to the bot. */
  | 'unreachable'
  /** That account takes no direct messages from the bot. */
  | 'closed'
  /** The post to be edited is no longer there. */
  | 'gone'
  /** The platform refuses what was sent; sending it again would not help. */
  | 'refused';

/** A platform did not take what it was given. */
export class PlatformError extends Error {
  readonly failure: PlatformFailure;
  /** Milliseconds that the platform asks to wait, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(failure: PlatformFailure, reason: string, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(reason, { cause: options.cause });
    this.name = 'PlatformError';
    this.failure = failure;
    this.retryAfter = options.retryAfter;
  }
}

/** A platform could not be reached at start, or refuses the token that it was given. */
export class PlatformStartError extends Error {
  /** The environment variable that holds what was refused, as `SLACK_BOT_TOKEN`; its value is never part of it. */
  readonly variable: string;
  readonly reason: 'refused' | 'unreachable';

  constructor(variable: string, reason: 'refused' | 'unreachable', options: { cause?: unknown } = {}) {
    super(`${variable}: ${reason}`, options);
    this.name = 'PlatformStartError';
    this.variable = variable;
    this.reason = reason;
  }
}
