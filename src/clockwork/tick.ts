import { deliverDue } from '../domain/schedules/deliver-due.ts';
import { advanceSchedules, findDueSchedules } from '../domain/schedules/due.ts';
import type { TickParts } from './parts.ts';
import { readSchedule } from './read-schedule.ts';
import { takeSteps } from './take-steps.ts';

/**
 * Turns what comes due into deliveries, oldest first. Each schedule moves on in the transaction that writes its
 * deliveries, and only from where it was seen: a tick that is lost, repeated or raced by another process, and a clock
 * that is set back, lose and double nothing. Steps that are due are taken first. Returns how many deliveries are to be
 * said and steps were taken: whether there may be something to say.
 */
export async function tick(parts: TickParts): Promise<number> {
  const { store, clock, log, lookAheadMs, limit } = parts;
  let said = await takeSteps(parts);
  for (;;) {
    const now = clock.now();
    const until = new Date(now.getTime() + lookAheadMs);
    const found = await findDueSchedules(store.db, until, limit);
    const due = found.map((schedule) => readSchedule(schedule, until, log));
    const advanced = await store.db.$transaction(async (tx) => {
      const mine = await advanceSchedules(tx, due);
      said += await deliverDue(tx, mine, now);
      return mine.length;
    });
    const more = found.length === limit || due.some(({ next }) => next !== null && next.at <= until);
    // Where another process has taken them all, it goes on with the rest, too.
    if (!more || advanced === 0) return said;
  }
}
