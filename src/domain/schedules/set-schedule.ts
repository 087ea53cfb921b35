import type { Schedule, ZoneOf } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { LetterKind } from '../deliveries/letters.ts';
import { type Timing, upcoming } from './occurrences.ts';
import type { StepKind } from './steps.ts';

/** What has schedules. */
export type Subject = 'reminder' | 'task' | 'coalition' | 'conversation' | 'occurrence' | 'rsvp';

/** A thing that has schedules, by its id. */
export interface ScheduledThing {
  readonly coalitionId: string;
  readonly subject: Subject;
  readonly subjectId: string;
}

/** Whose change of zone moves a schedule: the person's or coalition's of that id, or nobody's. */
export type ZoneOwner = { readonly type: Exclude<ZoneOf, 'fixed'>; readonly id: string } | { readonly type: 'fixed' };

/** What is to be said, when, and to whom. */
export interface Plan extends Timing {
  readonly letter: LetterKind | StepKind;
  readonly zoneOwner: ZoneOwner;
  /** A member. Where there is neither, every space of the coalition is told. */
  readonly recipientId?: string | null;
  /** Everybody there; or, with a recipient, where they are told if not directly. */
  readonly spaceId?: string | null;
  /** Not to be held back by quiet hours or a daily budget. */
  readonly urgent: boolean;
  /** For how long after an occurrence it is still worth saying, in seconds. */
  readonly window: number;
}

/**
 * Sets what a thing has to say by such a letter, in place of what it had, in the transaction of the change. Where it
 * was to say just that already, it stays, and what came due of it with it. Null, and nothing is left, where no
 * occurrence follows `now`.
 */
export async function setSchedule(tx: DbTx, thing: ScheduledThing, plan: Plan, now: Date): Promise<Schedule | null> {
  const columns = toColumns(plan);
  const { coalitionId, subject, subjectId } = thing;
  const former = await tx.schedule.findFirst({ where: { coalitionId, subject, subjectId, letter: plan.letter } });
  if (former && isSame(former, columns)) return former;
  await cancelSchedules(tx, thing, [plan.letter]);
  const [next] = upcoming(plan, now, 1);
  if (!next) return null;
  // A new row: its id tells the occurrences of what is meant now from those of what was meant before.
  return tx.schedule.create({
    data: { coalitionId, subject, subjectId, ...columns, nextWall: next.wall, nextAt: next.at, createdAt: now },
  });
}

function toColumns({ zoneOwner, recipientId = null, spaceId = null, ...plan }: Plan) {
  const { letter, urgent, window, wall, zone, rule } = plan;
  const zoneOwnerId = zoneOwner.type === 'fixed' ? null : zoneOwner.id;
  return { letter, recipientId, spaceId, urgent, window, wall, zone, rule, zoneOf: zoneOwner.type, zoneOwnerId };
}

function isSame(former: Schedule, columns: ReturnType<typeof toColumns>): boolean {
  return Object.entries(columns).every(([name, value]) => former[name as keyof Schedule] === value);
}

/** A thing has nothing more to say, by these letters or at all, in the transaction of the change. */
export async function cancelSchedules(
  tx: DbTx,
  { coalitionId, subject, subjectId }: ScheduledThing,
  letters?: readonly (LetterKind | StepKind)[],
): Promise<void> {
  const which = letters && { letter: { in: [...letters] } };
  await tx.schedule.deleteMany({ where: { coalitionId, subject, subjectId, ...which } });
}
