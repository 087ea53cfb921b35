import { UserError } from '../../core/errors.ts';
import type { ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { nextNumber } from '../numbers.ts';
import type { Acting } from '../people/acting.ts';
import { setSchedule } from '../schedules/set-schedule.ts';
import type { ReminderDetails } from './details.ts';
import { getReminderRow, loadDetails } from './get-reminder.ts';
import { isUrgent, type ReminderTiming, reminderWindow } from './timing.ts';

/** A reminder of whoever acts, with all decided. */
export interface DecidedReminder {
  readonly text: string;
  /** Null: everybody in the space. */
  readonly recipientId: string | null;
  readonly spaceId: string;
  readonly timing: ReminderTiming;
}

/** Makes a reminder under the next number. Throws `reminder.never` where its rule names no time to come. */
export async function createReminder(
  tx: ScopedTx,
  acting: Acting,
  { text, recipientId, spaceId, timing }: DecidedReminder,
): Promise<ReminderDetails> {
  const { member, now } = acting;
  const coalitionId = acting.coalition.id;
  const number = await nextNumber(tx, coalitionId, 'reminder');
  const row = await tx.reminder.create({
    data: { coalitionId, number, text, authorId: member.id, recipientId, spaceId, createdAt: now },
  });
  const urgent = isUrgent(acting, recipientId);
  const scheduled = await setSchedule(
    tx,
    { coalitionId, subject: 'reminder', subjectId: row.id },
    { letter: 'reminder.due', ...timing, recipientId, spaceId, urgent, window: reminderWindow },
    now,
  );
  if (!scheduled) throw new UserError('reminder.never');
  await audit(tx, acting, 'reminder.added', row.id);
  return loadDetails(tx, await getReminderRow(tx, number));
}
