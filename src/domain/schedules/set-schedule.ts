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

/** What one of many things has to say, all that it has. */
export interface ThingPlans {
  readonly subjectId: string;
  readonly plans: readonly Plan[];
}

/** How many rows are written by one query. */
const batch = 200;

/**
 * The same for many things of a kind, in a few queries however many there are: by these letters each says what is
 * planned for it and nothing else. Of a letter that is planned for none of them nothing is left.
 */
export async function setSchedules(
  tx: DbTx,
  { coalitionId, subject }: Pick<ScheduledThing, 'coalitionId' | 'subject'>,
  things: readonly ThingPlans[],
  letters: readonly Plan['letter'][],
  now: Date,
): Promise<void> {
  const wanted = things.flatMap(({ subjectId, plans }) =>
    plans.map((plan) => ({ plan, columns: { coalitionId, subject, subjectId, ...toColumns(plan) } })),
  );
  const former = await tx.schedule.findMany({
    where: {
      ...{ coalitionId, subject },
      subjectId: { in: things.map(({ subjectId }) => subjectId) },
      letter: { in: [...letters] },
    },
  });
  const known = new Map(former.map((row) => [keyOf(row), row]));
  const kept = wanted.flatMap(({ columns }) => {
    const row = known.get(keyOf(columns));
    return row && isSame(row, columns) ? [row] : [];
  });
  const staleIds = former.filter((row) => !kept.includes(row)).map(({ id }) => id);
  if (staleIds.length > 0) await tx.schedule.deleteMany({ where: { coalitionId, id: { in: staleIds } } });
  const keptKeys = new Set(kept.map(keyOf));
  const fresh = wanted.flatMap(({ plan, columns }) => {
    const [next] = keptKeys.has(keyOf(columns)) ? [] : upcoming(plan, now, 1);
    return next ? [{ ...columns, nextWall: next.wall, nextAt: next.at, createdAt: now }] : [];
  });
  for (let start = 0; start < fresh.length; start += batch) {
    await tx.schedule.createMany({ data: fresh.slice(start, start + batch) });
  }
}

function keyOf({ subjectId, letter }: Pick<Schedule, 'subjectId' | 'letter'>): string {
  return `${subjectId} ${letter}`;
}

function toColumns({ zoneOwner, recipientId = null, spaceId = null, ...plan }: Plan) {
  const { letter, urgent, window, wall, zone, rule } = plan;
  const zoneOwnerId = zoneOwner.type === 'fixed' ? null : zoneOwner.id;
  return { letter, recipientId, spaceId, urgent, window, wall, zone, rule, zoneOf: zoneOwner.type, zoneOwnerId };
}

function isSame(former: Schedule, columns: Partial<Schedule>): boolean {
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
