import type { DbTx } from '../../store/scope.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * Gives what seats are free to those who wait for them, in order, in the transaction that locked the occurrence: each
 * is offered one until a deadline, or simply has it where there is no time left for that.
 */
export async function fillSeats(_tx: DbTx, _row: OccurrenceRow, _now: Date): Promise<void> {}
