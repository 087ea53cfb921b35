import type { Acting } from '../people/acting.ts';
import { listReceipts, type ReceiptPage } from '../recipients/receipts.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { getTaskRow } from './get-task.ts';
import { assertResponsible } from './responsible.ts';

/** A task and one page of what its owners were told of its dates, the newest first. */
export interface TaskReceipts extends ReceiptPage {
  readonly task: TaskDetails;
}

/**
 * What became of the reminders of a task, for its author, its owner and organizers. Pages count from 1. Throws
 * `task.not-found`, `access.not-yours`.
 */
export async function showTaskReceipts(acting: Acting, number: number, page?: number): Promise<TaskReceipts> {
  const { db } = acting;
  const row = await getTaskRow(db, number);
  assertResponsible(acting, row);
  const letter = { in: ['task.soon', 'task.due', 'task.overdue'] };
  return { ...(await listReceipts(db, { subjectId: row.id, letter }, page)), task: toTaskDetails(row) };
}
