import type { Delivery, Space } from '../../store/generated/sqlite/client.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import type { SkipReason } from '../deliveries/reasons.ts';
import { settle } from '../deliveries/settle.ts';
import { findOpenSpace, loadAddresses } from './addresses.ts';
import { tellElsewhere } from './tell-elsewhere.ts';

type Place = Pick<Space, 'id' | 'coalitionId'>;

/** Notes that the platform refuses a channel: nothing is sent there until somebody acts in it again. */
export async function markSpaceLost(db: Db, space: Place, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.space.updateMany({ where: { id: space.id, lostAt: null }, data: { lostAt: now } });
    await leaveSpace(tx, space, 'space-lost', now);
  });
}

/** As if it had not been tried: what is tried again must not keep another space waiting. */
const untried = { status: 'pending', attempts: 0, leasedUntil: null, reason: null, sentTo: null } as const;

/**
 * Clears what waits for a space that hears nothing any more. What is for one member waits for another open space of
 * the coalition where they have an account, if there is one, and those who were to be told together are told there. The
 * rest is dropped; `reason` is a code. Only what is to be said directly goes on all the same, and what is said in the
 * post of another: that one decides.
 */
export async function leaveSpace(tx: DbTx, space: Place, reason: SkipReason, now: Date): Promise<void> {
  const { id: spaceId } = space;
  await moveMembers(tx, space);
  const together = await tx.delivery.findMany({ where: { spaceId, status: 'pending', recipientId: null } });
  for (const delivery of together) await tellElsewhere(tx, delivery);
  await tx.delivery.updateMany({
    where: {
      ...{ spaceId, status: 'pending', digestId: null },
      OR: [{ recipientId: null }, { recipient: { person: { reminders: { not: 'dm' } } } }],
    },
    data: { status: 'skipped', reason, settledAt: now, leasedUntil: null },
  });
}

async function moveMembers(tx: DbTx, { id: spaceId, coalitionId }: Place): Promise<void> {
  const waiting = await tx.delivery.findMany({
    where: { spaceId, status: 'pending', recipientId: { not: null } },
    select: { recipientId: true },
    distinct: ['recipientId'],
  });
  const addressees = waiting.map(({ recipientId }) => ({ coalitionId, recipientId, spaceId }));
  const addresses = await loadAddresses(tx, addressees);
  for (const [to, group] of Map.groupBy(addressees, (addressee) => findOpenSpace(addressee, addresses))) {
    if (to === null) continue;
    const recipientId = { in: group.flatMap((addressee) => addressee.recipientId ?? []) };
    await tx.delivery.updateMany({
      where: { spaceId, status: 'pending', recipientId },
      data: { ...untried, spaceId: to },
    });
  }
}

/**
 * The open space where something for one member can be said instead, among those where they have an account; null where
 * there is none, or it is for everybody.
 */
export async function findOtherSpace(db: Db, delivery: Delivery): Promise<string | null> {
  return findOpenSpace(delivery, await loadAddresses(db, [delivery]));
}

/** Has what is in hand wait for another space. Returns whether it was this worker's. */
export function settleMoved(db: Db, delivery: Delivery, spaceId: string): Promise<boolean> {
  return settle(db, delivery, { ...untried, spaceId });
}

/**
 * Gives up what is in hand for a space that does not hear it; `reason` is a code. Those who were to be told together are
 * told in other spaces, unless they may have been told. Returns whether it was this worker's.
 */
export function settleUnheard(
  db: Db,
  delivery: Delivery & { readonly inDoubt: boolean },
  fate: Pick<Delivery, 'status' | 'reason'> & { readonly settledAt: Date },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const settled = await settle(tx, delivery, fate);
    if (settled && !delivery.inDoubt) await tellElsewhere(tx, delivery);
    return settled;
  });
}
