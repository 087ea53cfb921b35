import type { Delivery, Prisma, SentTo } from '../../store/generated/sqlite/client.ts';
import type { Db, DbTx } from '../../store/scope.ts';

/**
 * It makes no sense any more; `reason` is a code. Like all below it returns whether the delivery was still this worker's
 * to settle.
 */
export function settleSkipped(db: Db, delivery: Delivery, reason: string, now: Date): Promise<boolean> {
  return settle(db, delivery, { status: 'skipped', settledAt: now, reason });
}

/** The platform does not take it and will not; `reason` is a code. */
export function settleFailed(db: Db, delivery: Delivery, reason: string, now: Date): Promise<boolean> {
  return settle(db, delivery, { status: 'failed', settledAt: now, reason });
}

/** When and why a delivery is tried again. */
export interface Retry {
  readonly at: Date;
  /** A code. */
  readonly reason: string;
  /** It may have been sent all the same, so it stays in hand until then, and whoever takes it finds it in doubt. */
  readonly inDoubt?: boolean;
  /** False: the try is none of those after which it would have failed for good. */
  readonly counts?: boolean;
}

/** It is to be tried again. */
export function retryLater(
  db: Db,
  delivery: Delivery,
  { at, reason, inDoubt = false, counts = true }: Retry,
): Promise<boolean> {
  // What is in doubt is taken again without being counted, anything else with it.
  if (inDoubt) return settle(db, delivery, { leasedUntil: at, reason, ...(counts && { attempts: { increment: 1 } }) });
  const again = { status: 'pending', leasedUntil: at, reason } as const;
  return settle(db, delivery, { ...again, ...(!counts && { attempts: { decrement: 1 } }) });
}

/**
 * Where it is about to be said, noted before anything is sent: whoever finds it in doubt looks there. Returns whether
 * it is still this worker's to send.
 */
export function noteAddress(db: Db, delivery: Delivery, sentTo: SentTo): Promise<boolean> {
  return settle(db, delivery, { sentTo });
}

/** Changes a delivery that is in hand, as long as it is in that worker's. What is settled by it is in no hands any more. */
export async function settle(
  db: DbTx,
  { id, leasedBy, attempts }: Delivery,
  data: Prisma.DeliveryUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id, status: 'leased', leasedBy, attempts },
    data: data.settledAt ? { ...data, leasedUntil: null } : data,
  });
  return count === 1;
}
