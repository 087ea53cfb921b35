import { loadReminderForNotice } from '../../domain/reminders/load-for-notice.ts';
import { isStillPlanned } from '../../domain/schedules/still-planned.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { reminderNotice } from '../../views/notices/reminder.ts';
import type { Speech } from '../../views/speech.ts';
import { type ComposedNotice, skip } from './composed.ts';

/** A reminder whose time has come. */
export async function composeReminder(db: Db, delivery: Delivery, speech: Speech): Promise<ComposedNotice> {
  const reminder = await loadReminderForNotice(db, delivery);
  if (!reminder) return skip('subject-gone');
  const { state } = reminder;
  if (state !== 'active') return skip(`reminder-${state}`);
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  return { type: 'notice', notice: reminderNotice(speech, reminder, delivery.occurrenceAt) };
}
