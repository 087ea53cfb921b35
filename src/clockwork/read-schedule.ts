import type { Log } from '../core/ports.ts';
import { type DueSchedule, toDueSchedule } from '../domain/schedules/due.ts';
import type { Schedule } from '../store/generated/sqlite/client.ts';

/** What came due of a schedule. A rule that cannot be read any more must not stop all others: its schedule ends, and the operator is told. */
export function readSchedule(schedule: Schedule, until: Date, log: Log): DueSchedule {
  try {
    return toDueSchedule(schedule, until);
  } catch (err) {
    log.error({ err, schedule: schedule.id }, 'a schedule cannot be read and ends');
    return { schedule, occurrences: [], next: null };
  }
}
