import type { RateLimit } from '../../shared/rate-limit.ts';
import type { Dict } from '../blocks/judge.ts';
import type { Workspace } from '../workspace.ts';
import type { Arguments } from './arguments.ts';

/** What a method works on, beside its arguments. */
export interface Servers {
  readonly workspace: Workspace;
  /** Where a Socket Mode connection is opened next. */
  readonly openConnection: () => string;
}

/** A method of the Web API. */
export interface Method {
  /** Whose token it takes; the bot's where nothing is said, either one or none for `none`. */
  readonly token?: 'app' | 'none';
  /** What the app must have been granted. */
  readonly scope?: string;
  readonly limit: RateLimit;
  /** Calls with different keys are limited apart. */
  readonly limitKey?: (given: Arguments) => string;
  /** The answer without its `ok`. Throws `ApiError`. */
  readonly run: (servers: Servers, given: Arguments) => Dict;
}

/** Slack's tiers: at least so many calls of a method in a minute and workspace; here not one more. */
export const tiers = {
  one: perMinute(1),
  two: perMinute(20),
  three: perMinute(50),
  four: perMinute(100),
  /** Posting: one message a second in a channel, short bursts allowed. */
  posting: { burst: 4, every: 1_000 },
} as const;

function perMinute(calls: number): RateLimit {
  return { calls, window: 60_000 };
}
