import { UserError } from '../../core/errors.ts';
import type { NamedRecurrence, NamedTime } from '../../core/param.ts';
import type { Task } from '../../store/generated/sqlite/client.ts';
import { splitWall } from '../../time/days.ts';
import { nextOccurrence } from '../../time/recurrence/occurrences.ts';
import { toInstant } from '../../time/zones.ts';
import { isTooOften } from '../schedules/too-often.ts';

/** A day alone ends with this minute. */
export const endOfDay = '23:59';

/** The columns of a task that comes again: a rule that names no hour takes that of its first date, where it has one. */
export function toRepeatColumns(repeat: NamedRecurrence | undefined, due: NamedTime | undefined) {
  if (!repeat) return { repeatRule: null, repeatWall: null };
  const { date } = splitWall(repeat.wall);
  const { time } = splitWall(due?.wall ?? date);
  const wall = repeat.timed ? repeat.wall : [date, ...(time === undefined ? [] : [time])].join('T');
  return { repeatRule: repeat.rule, repeatWall: wall };
}

/** Throws `task.too-often` for what comes again more than once a day. */
export function assertNotTooOften({ wall, zone, rule }: NamedRecurrence, now: Date): void {
  if (isTooOften({ wall, zone, rule }, now, 'daily')) throw new UserError('task.too-often');
}

/** When a task that comes again is due first, where nobody said it. */
export function firstDue({ wall, zone, timed }: NamedRecurrence): NamedTime {
  const first = timed ? wall : splitWall(wall).date;
  return { wall: first, zone, timed, at: toInstant(toTimed(first), zone) };
}

/**
 * The next date of a task that comes again, after the one it was due and after `now`; null for others and where none
 * follows.
 */
export function nextDue(task: Task, now: Date): NamedTime | null {
  const { repeatRule: rule, repeatWall, dueZone: zone, dueAt } = task;
  if (!rule || !repeatWall || !zone || !dueAt) return null;
  const timed = splitWall(repeatWall).time !== undefined;
  const next = nextOccurrence({ wall: toTimed(repeatWall), zone, rule }, dueAt > now ? dueAt : now);
  return next && { wall: timed ? next.wall : splitWall(next.wall).date, zone, timed, at: next.at };
}

function toTimed(wall: string): string {
  return splitWall(wall).time === undefined ? `${wall}T${endOfDay}` : wall;
}
