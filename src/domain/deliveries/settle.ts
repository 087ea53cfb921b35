import type { Delivery, Prisma } from '../../store/generated/sqlite/client.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import { refreshCards } from './announce.ts';
import { rememberCard, type Shown } from './cards.ts';

/** What came of sending. `messageId` is the platform's; `version`, for cards, that of the subject as it was rendered. */
export interface Sent extends Partial<Shown> {
  readonly now: Date;
}

/**
 * It was sent. A card is remembered by where it stands; if its task has changed since it was rendered, an edit
 * follows. Like all below it returns whether the delivery was still this worker's to settle.
 */
export function settleSent(db: Db, delivery: Delivery, { now, messageId, version }: Sent): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const settled = await settle(tx, delivery, {
      status: 'sent',
      settledAt: now,
      reason: null,
      ...(messageId !== undefined && { messageId }),
    });
    if (settled && messageId !== undefined && version !== undefined) {
      await rememberCard(tx, delivery, { messageId, version });
      await refreshIfStale(tx, delivery, version, now);
    }
    return settled;
  });
}

/** It makes no sense any more; `reason` is a code. */
export function settleSkipped(db: Db, delivery: Delivery, reason: string, now: Date): Promise<boolean> {
  return settle(db, delivery, { status: 'skipped', settledAt: now, reason });
}

/** The platform does not take it and will not; `reason` is a code. */
export function settleFailed(db: Db, delivery: Delivery, reason: string, now: Date): Promise<boolean> {
  return settle(db, delivery, { status: 'failed', settledAt: now, reason });
}

/**
 * It is to be tried again `at` that time. `inDoubt`: it may have been sent all the same, so it stays in hand until
 * then, and whoever takes it finds it in doubt.
 */
export function retryLater(
  db: Db,
  delivery: Delivery,
  { at, reason, inDoubt = false }: { at: Date; reason: string; inDoubt?: boolean },
): Promise<boolean> {
  if (inDoubt) return settle(db, delivery, { leasedUntil: at, reason });
  return settle(db, delivery, { status: 'pending', dueAt: at, leasedUntil: null, reason });
}

async function settle(
  db: DbTx,
  { id, leasedBy, attempts }: Delivery,
  data: Prisma.DeliveryUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({ where: { id, status: 'leased', leasedBy, attempts }, data });
  return count === 1;
}

async function refreshIfStale(tx: DbTx, { coalitionId, subjectId }: Delivery, version: number, now: Date) {
  const changed = await tx.task.findFirst({ where: { id: subjectId, coalitionId, version: { gt: version } } });
  if (changed) await refreshCards(tx, { coalitionId, subjectId, now });
}
