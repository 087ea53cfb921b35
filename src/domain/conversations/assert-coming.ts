import { UserError } from '../../core/errors.ts';
import { isComing } from './details.ts';
import { type OccurrenceRow, toReference } from './row.ts';

/** Throws `conversation.cancelled` or `conversation.over` for what takes place no more. */
export function assertComing(row: OccurrenceRow, now: Date): void {
  if (isComing(row, now)) return;
  const reference = toReference(row);
  throw new UserError(row.state === 'cancelled' ? 'conversation.cancelled' : 'conversation.over', { reference });
}
