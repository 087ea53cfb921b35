import type { Log } from '../core/ports.ts';
import { deliverDue } from '../domain/schedules/deliver-due.ts';
import { advanceSchedules, type DueSchedule, findDueSchedules, toDueSchedule } from '../domain/schedules/due.ts';
import type { Schedule } from '../store/generated/sqlite/client.ts';
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

/**
 * Turns what comes due into deliveries, oldest first. Each schedule moves on in the transaction that writes its
 * deliveries, and only from where it was seen: a tick that is lost, repeated or raced by another process, and a clock
 * that is set back, lose and double nothing. Returns how many deliveries are to be said.
 */
export async function tick(parts: TickParts): Promise<number> {
  const { store, clock, log, lookAheadMs, limit } = parts;
  let said = 0;
  for (;;) {
    const now = clock.now();
    const until = new Date(now.getTime() + lookAheadMs);
    const found = await findDueSchedules(store.db, until, limit);
    const due = found.map((schedule) => read(schedule, until, log));
    const advanced = await store.db.$transaction(async (tx) => {
      const mine = await advanceSchedules(tx, due);
      said += await deliverDue(tx, mine, now);
      return mine.length;
    });
    // Where another process has taken them all, it goes on with the rest, too.
    if (found.length < limit || advanced === 0) return said;
  }
}

/** A rule that cannot be read any more must not stop all others: its schedule ends, and the operator is told. */
function read(schedule: Schedule, until: Date, log: Log): DueSchedule {
  try {
    return toDueSchedule(schedule, until);
  } catch (err) {
    log.error({ err, schedule: schedule.id }, 'a schedule cannot be read and ends');
    return { schedule, occurrences: [], next: null };
  }
}
