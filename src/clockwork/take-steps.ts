import { advanceSchedules, findDueSteps } from '../domain/schedules/due.ts';
import { findStep } from '../domain/schedules/steps.ts';
import type { Schedule } from '../store/generated/sqlite/client.ts';
import type { TickParts } from './parts.ts';
import { readSchedule } from './read-schedule.ts';
import { steps } from './steps.ts';

/**
 * Takes what steps are due, oldest first, never ahead of their time, each in a transaction of its own, so that one that
 * fails stops no other. Returns how many were taken.
 */
export async function takeSteps(parts: TickParts): Promise<number> {
  const { store, clock, limit } = parts;
  let taken = 0;
  for (const schedule of await findDueSteps(store.db, clock.now(), limit)) {
    if (await takeStep(parts, schedule)) taken += 1;
  }
  return taken;
}

/** Whether it was this process that took it. */
async function takeStep({ store, clock, log }: TickParts, schedule: Schedule): Promise<boolean> {
  const now = clock.now();
  const kind = findStep(schedule);
  const due = readSchedule(schedule, now, log);
  try {
    return await store.db.$transaction(async (tx) => {
      const [mine] = await advanceSchedules(tx, [due]);
      if (mine && kind) await steps[kind](tx, schedule, now);
      return mine !== undefined;
    });
  } catch (err) {
    log.error({ err, schedule: schedule.id, kind }, 'a step failed and is tried again');
    return false;
  }
}
