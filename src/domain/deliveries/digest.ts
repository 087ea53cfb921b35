import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import { postKinds } from './letters.ts';
import { settle } from './settle.ts';

/** How many deliveries one digest says at most, itself counted: all of them must be read in one post. */
export const mostInDigest = 20;

/**
 * What is said in the post of a delivery that had been held back, oldest first: what joined it when it was held back
 * itself, and whatever else waited for the same member. That joins that delivery before anything is sent, so that a
 * process that dies leaves no doubt of what belongs together; where it is in doubt whether the post was made, nothing
 * joins any more.
 */
export async function gatherDigest(
  db: Db,
  head: Delivery & { readonly inDoubt: boolean },
  now: Date,
): Promise<Delivery[]> {
  if (head.heldFor === null) return [];
  if (!head.inDoubt) await joinWaiting(db, head, now);
  return db.delivery.findMany({ where: waitingIn(head), orderBy: { id: 'asc' } });
}

async function joinWaiting(db: Db, { id, coalitionId, recipientId }: Delivery, now: Date): Promise<void> {
  const joined = await db.delivery.count({ where: { digestId: id, status: 'pending' } });
  const waiting = await db.delivery.findMany({
    where: {
      ...{ coalitionId, recipientId, letter: { notIn: [...postKinds] } },
      ...{ status: 'pending', dueAt: { lte: now }, urgent: false, digestId: null },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
    take: mostInDigest - 1 - joined,
  });
  // Whatever another process took meanwhile is not pending any more and stays out.
  await db.delivery.updateMany({
    where: { id: { in: waiting.map((row) => row.id) }, status: 'pending', digestId: null },
    data: { digestId: id },
  });
}

/**
 * What may be said of it in a space: there nothing of another coalition is read. That goes on by itself from here, and
 * whoever finds the post in doubt looks in the space.
 */
export async function keepToCoalition(
  db: Db,
  head: Delivery,
  digested: readonly Delivery[],
): Promise<readonly Delivery[]> {
  const own = digested.filter(({ coalitionId }) => coalitionId === head.coalitionId);
  if (own.length === digested.length) return digested;
  await db.$transaction(async (tx) => {
    if (!(await settle(tx, head, { sentTo: 'space' }))) return;
    const foreign = { ...waitingIn(head), coalitionId: { not: head.coalitionId } };
    await tx.delivery.updateMany({ where: foreign, data: { digestId: null } });
  });
  return own;
}

/** What became of a delivery that had been held back. `reason` is a code, `messageId` the platform's. */
export type Fate = Pick<Delivery, 'status' | 'reason' | 'messageId' | 'sentTo'> & { readonly settledAt: Date };

/**
 * Settles a delivery that had been held back, and in the same transaction all that its post said as well. Where it
 * makes no sense any more itself, the others go on without it, together. Returns whether it was still this worker's to
 * settle.
 */
export function settleDigest(db: Db, head: Delivery, fate: Fate): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const settled = await settle(tx, head, fate);
    if (settled && fate.status === 'skipped') await passOn(tx, head);
    else if (settled) await tx.delivery.updateMany({ where: waitingIn(head), data: fate });
    return settled;
  });
}

/** The oldest of the others takes the place of the first. */
async function passOn(tx: DbTx, head: Delivery): Promise<void> {
  const next = await tx.delivery.findFirst({ where: waitingIn(head), orderBy: { id: 'asc' }, select: { id: true } });
  if (!next) return;
  await tx.delivery.updateMany({ where: next, data: { digestId: null } });
  await tx.delivery.updateMany({ where: waitingIn(head), data: { digestId: next.id } });
}

function waitingIn({ id: digestId }: Delivery) {
  return { digestId, status: 'pending' } as const;
}

/** One of a digest makes no sense any more; `reason` is a code. */
export async function skipDigested(db: Db, { id, digestId }: Delivery, reason: string, now: Date): Promise<void> {
  await db.delivery.updateMany({
    where: { id, digestId, status: 'pending' },
    data: { status: 'skipped', reason, settledAt: now },
  });
}
