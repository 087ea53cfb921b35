import type { DbTx } from '../../store/scope.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * Answers an occurrence of a series that was just planned for all who answered every one, who said so first first, in
 * the transaction that planned it.
 */
export async function applyStandingAnswers(_tx: DbTx, _row: OccurrenceRow, _now: Date): Promise<void> {}
