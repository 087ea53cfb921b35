import { UserError } from '../../core/errors.ts';
import type { NamedRecurrence } from '../../core/param.ts';
import type { Coalition, Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { splitWall } from '../../time/days.ts';
import { toWallClock } from '../../time/zones.ts';
import { cancelSchedules, type ScheduledThing, setSchedule } from '../schedules/set-schedule.ts';
import { isTooOften } from '../schedules/too-often.ts';

/** When the open and overdue tasks are told to every space: by a rule from a wall-clock time in the coalition's zone. */
export type Digest = Pick<Schedule, 'wall' | 'zone'> & { readonly rule: string };

const letter = 'digest.tasks';
const morning = '09:00';
const mondays = 'FREQ=WEEKLY;BYDAY=MO';
/** For how long it is worth saying, in seconds. */
const window = 12 * 60 * 60;

/** New coalitions hear of their tasks on Mondays at 09:00. */
export async function setUsualDigest(tx: DbTx, coalition: Coalition, now: Date): Promise<void> {
  const wall = toWallClock(now, coalition.zone).toPlainDate().toString();
  await setDigest(tx, coalition, { wall, rule: mondays }, now);
}

/**
 * Sets when, by the coalition's own clock; a day without an hour is told in the morning. Throws
 * `coalition.digest-too-often` for what comes more than once a day.
 */
export async function setDigest(
  tx: DbTx,
  coalition: Coalition,
  { wall, rule }: Pick<NamedRecurrence, 'wall' | 'rule'>,
  now: Date,
): Promise<void> {
  const { date, time = morning } = splitWall(wall);
  const { id, zone } = coalition;
  const zoneOwner = { type: 'coalition', id } as const;
  const plan = { letter, wall: `${date}T${time}`, zone, rule, zoneOwner, urgent: false, window } as const;
  if (isTooOften(plan, now, 'daily')) throw new UserError('coalition.digest-too-often');
  await setSchedule(tx, toThing(id), plan, now);
}

/** They are told no more. */
export async function stopDigest(tx: DbTx, coalitionId: string): Promise<void> {
  await cancelSchedules(tx, toThing(coalitionId), [letter]);
}

/** When they are told; null where they are not. */
export async function findDigest(tx: DbTx, coalitionId: string): Promise<Digest | null> {
  const found = await tx.schedule.findFirst({ where: { ...toThing(coalitionId), letter, nextAt: { not: null } } });
  return found && found.rule !== null ? { wall: found.wall, zone: found.zone, rule: found.rule } : null;
}

function toThing(coalitionId: string): ScheduledThing {
  return { coalitionId, subject: 'coalition', subjectId: coalitionId };
}
