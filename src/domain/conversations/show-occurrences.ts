import type { DbTx } from '../../store/scope.ts';
import { findWithCard } from '../deliveries/cards.ts';
import { showOccurrence } from './lock-occurrence.ts';
import type { OccurrenceRow } from './row.ts';

/** Has the cards of several occurrences show them as they are by now; most of a series have none yet. */
export async function showOccurrences(tx: DbTx, rows: readonly OccurrenceRow[], now: Date): Promise<void> {
  const [only, ...others] = rows;
  if (only && others.length === 0) return showOccurrence(tx, only, now);
  const ids = rows.map(({ id }) => id);
  const shown = await findWithCard(tx, 'occurrence', ids);
  for (const row of rows) if (shown.has(row.id)) await showOccurrence(tx, row, now);
}
