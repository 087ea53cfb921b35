import type { Prisma, Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { Occurrence } from '../../time/recurrence/occurrences.ts';
import { toInstant } from '../../time/zones.ts';
import { occurrencesFrom } from './occurrences.ts';
import { stepKinds } from './steps.ts';

/** A schedule with what came due of it, oldest first, and what follows. */
export interface DueSchedule {
  readonly schedule: Schedule;
  readonly occurrences: readonly DueOccurrence[];
  readonly next: Occurrence | null;
}

/** `expiresAt`: until when it is worth saying, at most until the next one. */
export interface DueOccurrence extends Occurrence {
  readonly expiresAt: Date;
}

/** Schedules of what is to be said, with an occurrence up to `until`, oldest first, at most so many. */
export function findDueSchedules(db: DbTx, until: Date, limit: number): Promise<Schedule[]> {
  return findSchedules(db, { nextAt: { lte: until }, letter: { notIn: [...stepKinds] } }, limit);
}

/** Schedules of steps that are due, oldest first, at most so many. */
export function findDueSteps(db: DbTx, now: Date, limit: number): Promise<Schedule[]> {
  return findSchedules(db, { nextAt: { lte: now }, letter: { in: [...stepKinds] } }, limit);
}

function findSchedules(db: DbTx, where: Prisma.ScheduleWhereInput, take: number): Promise<Schedule[]> {
  return db.schedule.findMany({ where, orderBy: { nextAt: 'asc' }, take });
}

/** What came due of a schedule up to `until`; of very many that passed unseen, the first ones. */
export function toDueSchedule(schedule: Schedule, until: Date): DueSchedule {
  const { nextWall, nextAt, zone } = schedule;
  if (nextWall === null || nextAt === null) return { schedule, occurrences: [], next: null };
  const { due, next } = occurrencesFrom(schedule, { wall: nextWall, at: toInstant(nextWall, zone) }, until);
  // After a change of zone the next one may be due later than its hour there.
  const occurrences = due.map((occurrence) =>
    occurrence.wall === nextWall ? { ...occurrence, at: nextAt } : occurrence,
  );
  return {
    schedule,
    occurrences: occurrences.map((occurrence, index) => ({
      ...occurrence,
      expiresAt: expiryOf(occurrence, schedule.window, occurrences[index + 1] ?? next),
    })),
    next,
  };
}

function expiryOf({ at }: Occurrence, window: number, following: Occurrence | null): Date {
  const end = at.getTime() + window * 1_000;
  return new Date(following ? Math.min(end, following.at.getTime()) : end);
}

/**
 * Moves schedules on to what follows, where nobody else did so meanwhile, and returns those. Many that stand at the
 * same occurrence move in one query.
 */
export async function advanceSchedules(tx: DbTx, due: readonly DueSchedule[]): Promise<DueSchedule[]> {
  const advanced = new Set<string>();
  for (const [first, ...others] of Map.groupBy(due, movementOf).values()) {
    if (!first) continue;
    const { schedule, next } = first;
    const moved = await tx.schedule.updateManyAndReturn({
      where: { id: { in: [first, ...others].map((each) => each.schedule.id) }, nextAt: schedule.nextAt },
      data: { nextWall: next?.wall ?? null, nextAt: next?.at ?? null },
      select: { id: true },
    });
    for (const { id } of moved) advanced.add(id);
  }
  return due.filter(({ schedule }) => advanced.has(schedule.id));
}

function movementOf({ schedule, next }: DueSchedule): string {
  return [schedule.nextAt?.getTime(), next?.wall, next?.at.getTime()].join(' ');
}
