import type { NamedTime } from '../../core/param.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { cancelSchedules, setSchedule } from '../schedules/set-schedule.ts';
import type { ReminderDetails } from './details.ts';
import { changeReminder } from './end-reminder.ts';
import { findSchedules } from './get-reminder.ts';
import { assertConcerned } from './rights.ts';
import { reminderWindow, toTiming } from './timing.ts';

/**
 * Says it once more at that time; what comes again comes when it would have anyway. Whoever it is for, its author or an
 * organizer. Throws `reminder.not-found`, `reminder.over`, `access.not-yours`.
 */
export function snoozeReminder(acting: Acting, number: number, until: NamedTime): Promise<ReminderDetails> {
  const { now } = acting;
  return changeReminder(acting, number, assertConcerned, async (tx, { id, recipientId, spaceId }, about) => {
    const timing = toTiming(acting, { type: 'once', time: until }, recipientId);
    const [due] = (await findSchedules(tx, [id])).filter(({ letter }) => letter === 'reminder.due');
    // Put off to when it comes anyway, it would be said twice at once.
    const plan = { letter: 'reminder.snoozed', recipientId, spaceId, urgent: true, window: reminderWindow } as const;
    if (due?.nextAt?.getTime() === until.at.getTime()) await cancelSchedules(tx, about, [plan.letter]);
    else await setSchedule(tx, about, { ...plan, ...timing }, now);
    await audit(tx, acting, 'reminder.snoozed', id);
  });
}
