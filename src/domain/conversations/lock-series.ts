import type { DbTx } from '../../store/scope.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * Locks conversations until the end of the transaction, before more than one of their occurrences is: so whoever locks
 * several never waits for somebody who waits for them, and no occurrence is planned unseen.
 */
export async function lockConversations(
  tx: DbTx,
  conversations: readonly { readonly id: string; readonly coalitionId: string }[],
): Promise<void> {
  const byId = new Map(conversations.map((each) => [each.id, each]));
  for (const id of [...byId.keys()].sort()) {
    const coalitionId = byId.get(id)?.coalitionId ?? '';
    await tx.conversation.updateMany({ where: { id, coalitionId }, data: { id } });
  }
}

/** What is to come of a series, locked as `lockOccurrence` locks one, the next first. */
export async function lockComing(
  tx: DbTx,
  { conversationId, coalitionId }: OccurrenceRow,
  now: Date,
): Promise<readonly OccurrenceRow[]> {
  await lockConversations(tx, [{ id: conversationId, coalitionId }]);
  const locked = await tx.occurrence.updateManyAndReturn({
    where: { conversationId, coalitionId, state: 'planned', endsAt: { gt: now } },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  return tx.occurrence.findMany({
    where: { coalitionId, id: { in: locked.map(({ id }) => id) } },
    include: { conversation: true },
    orderBy: { startsAt: 'asc' },
  });
}
