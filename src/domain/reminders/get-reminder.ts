import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx, ScopedTx } from '../../store/scope.ts';
import { type ReminderDetails, type ReminderRow, reminderParts, toReminderDetails, withMembers } from './details.ts';

/** The row of a reminder by its number. Throws `reminder.not-found`. */
export async function getReminderRow(tx: ScopedTx, number: number): Promise<ReminderRow> {
  const found = await tx.reminder.findFirst({ where: { number }, include: reminderParts });
  const [row] = found ? await withMembers(tx, [found]) : [];
  if (!row) throw new UserError('reminder.not-found', { reference: formatReference('reminder', number) });
  return row;
}

/** A reminder as it is by now. */
export async function loadDetails(tx: DbTx, row: ReminderRow): Promise<ReminderDetails> {
  return toReminderDetails(row, await findSchedules(tx, [row.id]));
}

/** What these reminders still have to say. */
export function findSchedules(tx: DbTx, reminderIds: readonly string[]): Promise<Schedule[]> {
  return tx.schedule.findMany({
    where: { subject: 'reminder', subjectId: { in: [...reminderIds] }, nextAt: { not: null } },
  });
}
