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

/** Another process took the step, or it is not to be taken any more: what was done of it here is undone. */
class NotOurs extends Error {}

/**
 * Whether it was this process that took it. The step comes first and its schedule after it, as those do who change
 * what the step is about and end its schedule with it: the other way round each would wait for the other.
 */
async function takeStep({ store, clock, log }: TickParts, schedule: Schedule): Promise<boolean> {
  const now = clock.now();
  const kind = findStep(schedule);
  const due = readSchedule(schedule, now, log);
  try {
    await store.db.$transaction(async (tx) => {
      if (kind) await steps[kind](tx, schedule, now);
      const [mine] = await advanceSchedules(tx, [due]);
      if (!mine) throw new NotOurs();
    });
    return true;
  } catch (err) {
    if (err instanceof NotOurs) return false;
    log.error({ err, schedule: schedule.id, kind }, 'a step failed and is tried again');
    return false;
  }
}
