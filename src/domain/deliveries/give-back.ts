import type { Db } from '../../store/scope.ts';
import type { ClaimedDelivery } from './claim.ts';

/**
 * Gives back what was taken and not begun, as if it had not been taken: it can be taken again at once, by anybody. What
 * was in doubt before is in doubt still.
 */
export async function giveBack(db: Db, deliveries: readonly ClaimedDelivery[], now: Date): Promise<void> {
  const inDoubt = deliveries.filter((delivery) => delivery.inDoubt);
  const fresh = deliveries.filter((delivery) => !delivery.inDoubt);
  if (inDoubt.length > 0) await release(db, inDoubt, { leasedUntil: now });
  if (fresh.length > 0)
    await release(db, fresh, {
      ...{ status: 'pending', leasedUntil: null, leasedBy: null },
      attempts: { decrement: 1 },
    });
}

type Released =
  | { readonly leasedUntil: Date }
  | {
      readonly status: 'pending';
      readonly leasedUntil: null;
      readonly leasedBy: null;
      readonly attempts: { readonly decrement: 1 };
    };

/** All of them are in the hands of one worker. */
async function release(db: Db, deliveries: readonly ClaimedDelivery[], data: Released): Promise<void> {
  const ids = deliveries.map(({ id }) => id);
  const leasedBy = deliveries[0]?.leasedBy ?? null;
  await db.delivery.updateMany({
    where: { id: { in: ids }, status: 'leased', leasedBy },
    data,
  });
}
