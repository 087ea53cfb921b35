import type { Dict } from '../blocks/judge.ts';

/** What Slack tells the bot. */
export interface Delivery {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Dict;
  /** Told again, after no ack came or a failing one. */
  readonly retry?: { readonly attempt: number; readonly reason: 'timeout' | 'http_error' };
}

/** What came of it. The payload of an ack is what the bot answers at once; undefined where it answers nothing. */
export type Ack =
  | { readonly outcome: 'acked'; readonly payload: unknown }
  /** No ack within the time that Slack waits. */
  | { readonly outcome: 'timeout' }
  /** The bot's server answered with a failure (HTTP mode only). */
  | { readonly outcome: 'refused' }
  /** Nobody is connected. */
  | { readonly outcome: 'unreachable' };

/** One of the two ways to the bot. */
export type Deliver = (delivery: Delivery) => Promise<Ack>;
