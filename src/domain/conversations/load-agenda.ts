import type { AgendaItem } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { AgendaEntry } from './details.ts';
import type { OccurrenceRow } from './row.ts';

type Item = Omit<AgendaEntry, 'author'>;

/** The agendas of occurrences, by their ids, in order: what is for every time of a series, and what is for that one. */
export async function loadAgendas(
  tx: DbTx,
  rows: readonly OccurrenceRow[],
): Promise<ReadonlyMap<string, readonly Item[]>> {
  const items = await tx.agendaItem.findMany({
    where: {
      conversationId: { in: rows.map(({ conversationId }) => conversationId) },
      OR: [{ occurrenceId: null }, { occurrenceId: { in: rows.map(({ id }) => id) } }],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const of = ({ id, conversationId, conversation }: OccurrenceRow) =>
    items
      .filter((item) => item.conversationId === conversationId && (item.occurrenceId ?? id) === id)
      .map((item) => toEntry(item, conversation));
  return new Map(rows.map((row) => [row.id, of(row)]));
}

function toEntry({ id, text, authorId, occurrenceId }: AgendaItem, { rule }: OccurrenceRow['conversation']): Item {
  return { id, text, authorId, everyTime: occurrenceId === null && rule !== null };
}
