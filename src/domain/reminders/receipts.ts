import type { Acting } from '../people/acting.ts';
import { listReceipts, type ReceiptPage } from '../recipients/receipts.ts';
import type { ReminderDetails } from './details.ts';
import { getReminderRow, loadDetails } from './get-reminder.ts';
import { assertConcerned, isInCharge } from './rights.ts';

/** A reminder and one page of what became of its occurrences, the newest first. */
export interface ReminderReceipts extends ReceiptPage {
  readonly reminder: ReminderDetails;
}

/**
 * What became of a reminder: all of it for its author and organizers, their own for whom it is for. Pages count from 1.
 * Throws `reminder.not-found`, `access.not-yours`.
 */
export async function showReminder(acting: Acting, number: number, page?: number): Promise<ReminderReceipts> {
  const { db, member } = acting;
  const row = await getReminderRow(db, number);
  assertConcerned(acting, row);
  const own = isInCharge(acting, row) ? {} : { OR: [{ recipientId: member.id }, { recipientId: null }] };
  const receipts = await listReceipts(db, { subjectId: row.id, ...own }, page);
  return { ...receipts, reminder: await loadDetails(db, row) };
}
