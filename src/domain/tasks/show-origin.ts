import type { Task } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { refreshCards } from '../deliveries/announce.ts';

/**
 * Has the cards of the conversation that a task follows from show it as it is by now, in the transaction of the change;
 * nothing where it follows from none.
 */
export async function showOrigin(
  tx: DbTx,
  { coalitionId, occurrenceId }: Pick<Task, 'coalitionId' | 'occurrenceId'>,
  now: Date,
): Promise<void> {
  if (occurrenceId === null) return;
  await tx.occurrence.updateMany({ where: { id: occurrenceId, coalitionId }, data: { version: { increment: 1 } } });
  await refreshCards(tx, 'occurrence', { coalitionId, subjectId: occurrenceId, now });
}
