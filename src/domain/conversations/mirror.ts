import type { DbTx } from '../../store/scope.ts';
import { refreshCards } from '../deliveries/announce.ts';
import { findWithCard } from '../deliveries/cards.ts';
import type { OccurrenceRow } from './row.ts';

type Mirrored = Pick<OccurrenceRow, 'id' | 'coalitionId'>;

/**
 * Has the platforms' own calendars show occurrences as they are by now, in the transaction that changed what calendars
 * show of them; most of a series stand in none yet.
 */
export async function mirrorOccurrences(tx: DbTx, rows: readonly Mirrored[], now: Date): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const shown = await findWithCard(tx, 'mirror', ids);
  for (const { id, coalitionId } of rows.filter((row) => shown.has(row.id))) {
    await refreshCards(tx, 'mirror', { coalitionId, subjectId: id, now });
  }
}
