import type { Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';

/** A seat that was offered and not taken until its deadline goes to the next who waits. */
export async function lapseOffer(tx: DbTx, { subjectId: id, coalitionId }: Schedule, now: Date): Promise<void> {
  await tx.rsvp.updateMany({
    where: { id, coalitionId, seat: 'offered', offeredUntil: { lte: now } },
    data: { seat: null, offeredUntil: null },
  });
}
