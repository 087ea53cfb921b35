import type { PlatformName } from '../../core/rich-text.ts';
import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';

/** Who takes how many, and for how long they are theirs. */
export interface Claim {
  readonly now: Date;
  readonly limit: number;
  readonly leaseMs: number;
  /** A name that no other process bears. */
  readonly worker: string;
  /** Spaces that cannot take any now: the platform asked to wait. */
  readonly exceptSpaces?: readonly string[];
  /** The platforms that the worker speaks to: what is for another waits for whoever does. All where not given. */
  readonly platforms?: readonly PlatformName[];
}

/** A delivery in hand, with where it goes and for whom. */
export type ClaimedDelivery = Prisma.DeliveryGetPayload<{ include: { space: true; coalition: true } }> & {
  /** Whoever had it before may have sent it and not come to say so. */
  readonly inDoubt: boolean;
};

/** What is said in another's post is not taken by itself. */
const waitsByItself = { status: 'pending', digestId: null } as const;

interface Head {
  readonly id: string;
  readonly coalitionId: string;
}

/**
 * Takes what is due, at most one for each space: its oldest, and none while another of that space is in hand or waits
 * to be tried again, so that a space hears things in order. Coalitions take turns. What was in hand too long is taken
 * again, in doubt. Two workers never get the same one, nor two of one space.
 */
export async function claimDeliveries(db: Db, claim: Claim): Promise<ClaimedDelivery[]> {
  const heads = takeTurns(await findHeads(db, claim), claim.limit);
  if (heads.length === 0) return [];
  const fresh = await lease(db, heads, claim, { ...waitsByItself, dueAt: { lte: claim.now } });
  const doubtful = await lease(db, heads, claim, { status: 'leased', leasedUntil: { lte: claim.now } });
  const contested = await giveBackContested(db, [...fresh, ...doubtful], claim);
  const mine = [...fresh, ...doubtful].filter((row) => !contested.has(row.spaceId)).map((row) => row.id);
  const rows = await db.delivery.findMany({
    where: { id: { in: mine } },
    include: { space: true, coalition: true },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({ ...row, inDoubt: doubtful.some(({ id }) => id === row.id) }));
}

/** When something can be claimed next: in the past where that is now; null where nothing waits. */
export async function nextDue(db: Db, now: Date): Promise<Date | null> {
  const held = await db.delivery.findMany({
    where: holdsItsSpace(now),
    select: { spaceId: true, status: true, dueAt: true },
  });
  const { _min: open } = await db.delivery.aggregate({
    where: { ...waitsByItself, spaceId: { notIn: held.map(({ spaceId }) => spaceId) } },
    _min: { dueAt: true },
  });
  const { _min: inHand } = await db.delivery.aggregate({ where: { status: 'leased' }, _min: { leasedUntil: true } });
  const retries = held.filter(({ status }) => status === 'pending').map(({ dueAt }) => dueAt);
  const moments = [open.dueAt, inHand.leasedUntil, ...retries].filter((moment) => moment !== null);
  return moments.length > 0 ? new Date(Math.min(...moments.map(Number))) : null;
}

/** A delivery that is in hand, or waits to be tried again: nothing else goes to its space meanwhile. */
function holdsItsSpace(now: Date): Prisma.DeliveryWhereInput {
  return {
    OR: [
      { status: 'leased', leasedUntil: { gt: now } },
      { ...waitsByItself, attempts: { gt: 0 }, dueAt: { gt: now } },
    ],
  };
}

/** The oldest of each space that can be claimed, oldest first. Ids grow with time. */
async function findHeads(db: Db, { now, exceptSpaces = [], platforms }: Claim): Promise<Head[]> {
  const held = await db.delivery.findMany({ where: holdsItsSpace(now), select: { spaceId: true } });
  const groups = await db.delivery.groupBy({
    by: ['coalitionId', 'spaceId'],
    where: {
      spaceId: { notIn: [...exceptSpaces, ...held.map(({ spaceId }) => spaceId)] },
      ...(platforms && { space: { platform: { in: [...platforms] } } }),
      OR: [
        { ...waitsByItself, dueAt: { lte: now } },
        { status: 'leased', leasedUntil: { lte: now } },
      ],
    },
    _min: { id: true },
    orderBy: { _min: { id: 'asc' } },
  });
  return groups.flatMap(({ coalitionId, _min: { id } }) => (id ? [{ id, coalitionId }] : []));
}

/** The first of each coalition, then the second of each, and so on. */
function takeTurns(heads: readonly Head[], limit: number): Head[] {
  const queues = [...Map.groupBy(heads, ({ coalitionId }) => coalitionId).values()];
  const rounds = Math.max(0, ...queues.map((queue) => queue.length));
  return Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1)))
    .flat()
    .slice(0, limit);
}

/** The condition is repeated on each row, as another worker may have taken it since it was looked up. */
function lease(db: Db, heads: readonly Head[], claim: Claim, condition: Prisma.DeliveryWhereInput) {
  const { now, leaseMs, worker } = claim;
  return db.delivery.updateManyAndReturn({
    where: { id: { in: heads.map(({ id }) => id) }, ...condition },
    data: {
      status: 'leased',
      leasedUntil: new Date(now.getTime() + leaseMs),
      leasedBy: worker,
      attempts: { increment: 1 },
    },
    select: { id: true, spaceId: true },
  });
}

/**
 * Two workers may take different deliveries of one space at the same moment, each after a look at what was there before
 * the other's. Whoever sees that afterwards gives theirs back; the later of the two sees it for certain.
 */
async function giveBackContested(db: Db, mine: readonly { id: string; spaceId: string }[], { now, worker }: Claim) {
  const others = await db.delivery.findMany({
    where: {
      id: { notIn: mine.map(({ id }) => id) },
      spaceId: { in: mine.map(({ spaceId }) => spaceId) },
      ...holdsItsSpace(now),
    },
    select: { spaceId: true },
  });
  const contested = new Set(others.map(({ spaceId }) => spaceId));
  const given = mine.filter(({ spaceId }) => contested.has(spaceId)).map(({ id }) => id);
  if (given.length > 0) {
    await db.delivery.updateMany({
      where: { id: { in: given }, status: 'leased', leasedBy: worker },
      data: { leasedUntil: now },
    });
  }
  return contested;
}
