import type { Db, DbTx } from '../../store/scope.ts';

/** Notes that the platform refuses a channel: nothing is sent there until somebody acts in it again. */
export async function markSpaceLost(db: Db, spaceId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.space.updateMany({ where: { id: spaceId, lostAt: null }, data: { lostAt: now } });
    await skipWaiting(tx, spaceId, 'space-lost', now);
  });
}

/**
 * Drops what waits for a space that will not hear it; `reason` is a code. What is to be said directly goes on, and so
 * does what is said in the post of another: that one decides.
 */
export async function skipWaiting(tx: DbTx, spaceId: string, reason: string, now: Date): Promise<void> {
  await tx.delivery.updateMany({
    where: {
      ...{ spaceId, status: 'pending', digestId: null },
      OR: [{ recipientId: null }, { recipient: { person: { reminders: { not: 'dm' } } } }],
    },
    data: { status: 'skipped', reason, settledAt: now },
  });
}
