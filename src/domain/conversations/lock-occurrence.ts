import type { DbTx } from '../../store/scope.ts';
import { refreshCards } from '../deliveries/announce.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * An occurrence as it is by now, locked until the end of the transaction: whoever else wants to change it, or who comes
 * to it, waits. What its card shows is about to change, so its version grows; where a calendar must take the change
 * over, so does its sequence.
 */
export async function lockOccurrence(
  tx: DbTx,
  { id, coalitionId }: Pick<OccurrenceRow, 'id' | 'coalitionId'>,
  calendar: { readonly changedAt: Date } | null = null,
): Promise<OccurrenceRow> {
  const [row] = await tx.occurrence.updateManyAndReturn({
    where: { id, coalitionId },
    data: { version: { increment: 1 }, ...(calendar && { sequence: { increment: 1 }, changedAt: calendar.changedAt }) },
    include: { conversation: true },
  });
  if (!row) throw new Error(`there is no occurrence ${id}`);
  return row;
}

/** Has the cards of an occurrence show it as it is by now, in the transaction that locked it. */
export function showOccurrence(
  tx: DbTx,
  { id, coalitionId }: Pick<OccurrenceRow, 'id' | 'coalitionId'>,
  now: Date,
): Promise<void> {
  return refreshCards(tx, 'occurrence', { coalitionId, subjectId: id, now });
}
