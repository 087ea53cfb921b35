import type { Temporal } from 'temporal-polyfill';
import type { MinuteOfDay } from './hours.ts';

/** What was read: an instant, or a day with or without an hour, which waits for its zone. */
export type Reading =
  | { readonly type: 'instant'; readonly instant: Temporal.Instant }
  | { readonly type: 'wall'; readonly date: Temporal.PlainDate; readonly minute: MinuteOfDay | null };
