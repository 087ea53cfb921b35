import type { DbTx } from '../../store/scope.ts';
import { refreshCards } from './announce.ts';
import { findWithCard } from './cards.ts';

/**
 * Has the cards that name a person, in all coalitions, show who they are by now: of open tasks, and of conversations
 * that are not over.
 */
export async function refreshCardsOfPerson(tx: DbTx, personId: string, now: Date): Promise<void> {
  const tasks = await tx.task.updateManyAndReturn({
    where: { status: 'open', OR: [{ owner: { personId } }, { author: { personId } }] },
    data: { version: { increment: 1 } },
    select: { id: true, coalitionId: true },
  });
  for (const { id, coalitionId } of tasks) await refreshCards(tx, 'task', { coalitionId, subjectId: id, now });
  await refreshConversations(tx, personId, now);
}

async function refreshConversations(tx: DbTx, personId: string, now: Date): Promise<void> {
  const naming = await tx.occurrence.findMany({
    where: {
      ...{ state: 'planned', endsAt: { gt: now } },
      OR: [
        { conversation: { OR: [{ author: { personId } }, { facilitator: { personId } }] } },
        { rsvps: { some: { seat: 'taken', member: { personId } } } },
      ],
    },
    // In the order in which whoever locks several does it.
    orderBy: { id: 'asc' },
    select: { id: true, coalitionId: true },
  });
  const shown = await findWithCard(
    tx,
    'occurrence',
    naming.map(({ id }) => id),
  );
  for (const { id, coalitionId } of naming.filter((each) => shown.has(each.id))) {
    await tx.occurrence.updateMany({ where: { id, coalitionId }, data: { version: { increment: 1 } } });
    await refreshCards(tx, 'occurrence', { coalitionId, subjectId: id, now });
  }
}
