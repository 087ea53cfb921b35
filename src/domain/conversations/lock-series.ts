import type { DbTx } from '../../store/scope.ts';
import { isComing } from './details.ts';
import { lockOccurrence } from './lock-occurrence.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * Locks conversations until the end of the transaction, before more than one of their occurrences is: nobody else plans
 * others meanwhile, or locks several.
 */
export async function lockConversations(
  tx: DbTx,
  conversations: readonly { readonly id: string; readonly coalitionId: string }[],
): Promise<void> {
  const byId = new Map(conversations.map((each) => [each.id, each]));
  for (const { id, coalitionId } of [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    await tx.conversation.updateMany({ where: { id, coalitionId }, data: { id } });
  }
}

/** What is to come of a series, each as `lockOccurrence` locks it, the next first. */
export async function lockComing(
  tx: DbTx,
  { conversationId, coalitionId }: OccurrenceRow,
  now: Date,
): Promise<readonly OccurrenceRow[]> {
  await lockConversations(tx, [{ id: conversationId, coalitionId }]);
  const coming = await tx.occurrence.findMany({
    where: { conversationId, coalitionId, state: 'planned', endsAt: { gt: now } },
    // The order in which whoever locks several does it.
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const rows: OccurrenceRow[] = [];
  for (const { id } of coming) rows.push(await lockOccurrence(tx, { id, coalitionId }));
  return rows
    .filter((row) => isComing(row, now))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}
