import type { DbTx } from '../../store/scope.ts';
import { cardLetters } from '../deliveries/cards.ts';
import { showOccurrence } from './lock-occurrence.ts';
import type { OccurrenceRow } from './row.ts';

/** Has the cards of several occurrences of a coalition show them as they are by now; most of a series have none yet. */
export async function showOccurrences(tx: DbTx, rows: readonly OccurrenceRow[], now: Date): Promise<void> {
  const shown = rows.length > 1 ? await findShown(tx, rows) : null;
  for (const row of rows) if (shown === null || shown.has(row.id)) await showOccurrence(tx, row, now);
}

async function findShown(tx: DbTx, rows: readonly OccurrenceRow[]): Promise<ReadonlySet<string>> {
  const subjectId = { in: rows.map(({ id }) => id) };
  const select = { subjectId: true } as const;
  const cards = await tx.card.findMany({ where: { subject: 'occurrence', subjectId }, select });
  const posts = await tx.delivery.findMany({
    where: { letter: cardLetters.occurrence.post, subjectId, status: { in: ['pending', 'leased'] } },
    select,
  });
  return new Set([...cards, ...posts].map((each) => each.subjectId));
}
