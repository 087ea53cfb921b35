import type { NamedTime } from '../../core/param.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { cancelSchedules, setSchedule } from '../schedules/set-schedule.ts';
import type { ReminderDetails } from './details.ts';
import { changeReminder } from './end-reminder.ts';
import { findSchedules } from './get-reminder.ts';
import { assertConcerned, mayCancel } from './rights.ts';
import { isUrgent, reminderWindow, toTiming } from './timing.ts';

/**
 * Says it at that time. What comes once then comes at that time only, where it is theirs to call off; what comes again
 * comes when it would have anyway. Whoever it is for, its author or an organizer. Throws `reminder.not-found`,
 * `reminder.over`, `access.not-yours`.
 */
export function snoozeReminder(acting: Acting, number: number, until: NamedTime): Promise<ReminderDetails> {
  const { now } = acting;
  return changeReminder(acting, number, assertConcerned, async (tx, row, about) => {
    const { id, recipientId, spaceId } = row;
    await audit(tx, acting, 'reminder.snoozed', id);
    const [due] = (await findSchedules(tx, [id])).filter(({ letter }) => letter === 'reminder.due');
    // Put off to when it comes anyway, it would be said twice at once.
    if (due?.nextAt?.getTime() === until.at.getTime()) return cancelSchedules(tx, about, ['reminder.snoozed']);
    const timing = toTiming(acting, { type: 'once', time: until }, recipientId);
    const plan = { recipientId, spaceId, urgent: isUrgent(acting, recipientId), window: reminderWindow };
    await setSchedule(tx, about, { letter: 'reminder.snoozed', ...plan, ...timing }, now);
    if (!due?.rule && mayCancel(acting, row)) await cancelSchedules(tx, about, ['reminder.due']);
  });
}
