import type { Log } from '../core/ports.ts';
import type { Store } from '../store/open.ts';
import type { Clock } from '../time/clock.ts';

/** What a tick works on. */
export interface TickParts {
  readonly store: Pick<Store, 'db'>;
  readonly clock: Clock;
  readonly log: Log;
  /** How far ahead of its time an occurrence becomes a delivery, in milliseconds. */
  readonly lookAheadMs: number;
  /** How many schedules are worked on in one transaction. */
  readonly limit: number;
}
