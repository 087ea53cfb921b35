import type { Coalition } from '../../store/generated/sqlite/client.ts';
import type { ScopedTx } from '../../store/scope.ts';
import { addDays, splitWall } from '../../time/days.ts';
import { toInstant, toWallClock } from '../../time/zones.ts';
import { zoneOf } from '../people/zone-of.ts';
import { cancelSchedules, type Plan, type ScheduledThing, setSchedule } from '../schedules/set-schedule.ts';
import { endOfDay } from './repeat.ts';
import type { TaskRow } from './rows.ts';

const morning = '09:00';
/** For how long each is worth saying, in seconds; what comes soon until it is due. */
const windows = { due: 2 * 24 * 60 * 60, overdue: 7 * 24 * 60 * 60 };

type When = Pick<Plan, 'letter' | 'wall' | 'zone' | 'zoneOwner' | 'window'>;

/**
 * Sets when the owner of a task as it is by now hears of its date: the day before, when it is due, and once when it was;
 * in the transaction that changed it. Nobody is told what is not open, has no date or no owner, or lies in the past.
 */
export async function remindOwner(tx: ScopedTx, coalition: Coalition, task: TaskRow, now: Date): Promise<void> {
  const thing: ScheduledThing = { coalitionId: coalition.id, subject: 'task', subjectId: task.id };
  const reminders = remindersOf(task, coalition);
  if (reminders.length === 0) await cancelSchedules(tx, thing);
  for (const when of reminders) {
    await setSchedule(tx, thing, { ...when, rule: null, recipientId: task.ownerId, urgent: false }, now);
  }
}

function remindersOf({ status, owner, dueWall, dueZone, dueAt }: TaskRow, coalition: Coalition): readonly When[] {
  if (status !== 'open' || !owner || !dueWall || !dueZone || !dueAt) return [];
  const own = { zone: zoneOf(owner.person, coalition), zoneOwner: { type: 'person', id: owner.personId } } as const;
  const { date, time } = splitWall(dueWall);
  // A day alone is that day of the owner's calendar, and reminds in their morning; an hour is a moment for everybody.
  const isDay = time === undefined;
  const hour = isDay ? own : ({ zone: dueZone, zoneOwner: { type: 'fixed' } } as const);
  const due = { ...hour, wall: `${date}T${time ?? morning}` };
  const soon = { ...due, wall: addDays(due.wall, -1) };
  const lastDay = isDay ? date : toWallClock(dueAt, own.zone).toPlainDate().toString();
  const end = isDay ? toInstant(`${date}T${endOfDay}`, own.zone) : dueAt;
  return [
    { letter: 'task.soon', ...soon, window: secondsUntil(end, toInstant(soon.wall, soon.zone)) },
    { letter: 'task.due', ...due, window: windows.due },
    { letter: 'task.overdue', ...own, wall: `${addDays(lastDay, 1)}T${morning}`, window: windows.overdue },
  ];
}

function secondsUntil(end: Date, from: Date): number {
  return Math.max(0, Math.round((end.getTime() - from.getTime()) / 1_000));
}
