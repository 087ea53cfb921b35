import type { AgendaItem, Conversation } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * How far apart the positions of two items are at first. So one is put between two others by its own position alone:
 * those that every time of a series has stay where they are for the other times.
 */
const step = 1_000_000;

/** The agenda of one occurrence, in order. */
export function loadOrder(tx: DbTx, { id, conversationId }: OccurrenceRow): Promise<AgendaItem[]> {
  return tx.agendaItem.findMany({
    where: { conversationId, OR: [{ occurrenceId: null }, { occurrenceId: id }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
}

/** The position after the last of them. */
export function positionAfter(items: readonly Pick<AgendaItem, 'position'>[]): number {
  return (items.at(-1)?.position ?? 0) + step;
}

/** Moves an item by one place; false where it is the first or the last already. */
export async function moveByOne(
  tx: DbTx,
  items: readonly AgendaItem[],
  moved: AgendaItem,
  to: 'up' | 'down',
): Promise<boolean> {
  const from = items.findIndex(({ id }) => id === moved.id);
  const target = to === 'up' ? from - 1 : from + 1;
  if (target < 0 || target >= items.length) return false;
  const ordered = items.filter(({ id }) => id !== moved.id).toSpliced(target, 0, moved);
  const before = ordered[target - 1]?.position ?? 0;
  const after = ordered[target + 1]?.position ?? before + 2 * step;
  const between = Math.floor((before + after) / 2);
  if (before < between && between < after) await setPosition(tx, moved, between);
  else for (const [index, item] of ordered.entries()) await setPosition(tx, item, (index + 1) * step);
  return true;
}

async function setPosition(tx: DbTx, { id, coalitionId }: AgendaItem, position: number): Promise<void> {
  await tx.agendaItem.updateMany({ where: { id, coalitionId }, data: { position } });
}

/**
 * Begins the agenda of a conversation with its author's questions, for every time of it, in the transaction that made
 * it.
 */
export async function beginAgenda(
  tx: DbTx,
  { id: conversationId, coalitionId, authorId, createdAt }: Conversation,
  questions: readonly string[],
): Promise<void> {
  if (questions.length === 0) return;
  const of = { coalitionId, conversationId, authorId, createdAt };
  await tx.agendaItem.createMany({
    data: questions.map((text, index) => ({ ...of, text, position: (index + 1) * step })),
  });
}
