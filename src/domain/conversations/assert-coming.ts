import { UserError } from '../../core/errors.ts';
import { formatOccurrence } from '../../core/ids.ts';
import { isComing } from './details.ts';
import type { OccurrenceRow } from './row.ts';

/** Throws `conversation.cancelled` or `conversation.over` for what takes place no more. */
export function assertComing(row: OccurrenceRow, now: Date): void {
  if (isComing(row, now)) return;
  const reference = toReference(row);
  throw new UserError(row.state === 'cancelled' ? 'conversation.cancelled' : 'conversation.over', { reference });
}

function toReference({ number: occurrence, conversation: { number, rule } }: OccurrenceRow): string {
  return formatOccurrence({ number, occurrence: rule === null ? null : occurrence });
}
