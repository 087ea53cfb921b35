import type { DbTx } from '../../store/scope.ts';
import { refreshCards } from './announce.ts';

/** Has the cards of a person's open tasks, in all coalitions, show who they are by now. */
export async function refreshCardsOfPerson(tx: DbTx, personId: string, now: Date): Promise<void> {
  const tasks = await tx.task.updateManyAndReturn({
    where: { status: 'open', OR: [{ owner: { personId } }, { author: { personId } }] },
    data: { version: { increment: 1 } },
    select: { id: true, coalitionId: true },
  });
  for (const { id, coalitionId } of tasks) await refreshCards(tx, 'task', { coalitionId, subjectId: id, now });
}
