import type { ScopedTx } from '../../store/scope.ts';

/**
 * Locks the coalition until the transaction ends, before something of which the last one counts is taken away: two who
 * do that at once (organizers who step down, channels that are unlinked) would each still see the other's.
 */
export async function lockCoalition(tx: ScopedTx, coalitionId: string): Promise<void> {
  await tx.coalition.updateMany({ where: { id: coalitionId }, data: { id: coalitionId } });
}
