import type { NamedTime, NamedTimeIn } from '../../core/param.ts';
import type { ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { cancelSchedules, setSchedule } from '../schedules/set-schedule.ts';
import { createReminder } from './create-reminder.ts';
import type { ReminderDetails, ReminderRow } from './details.ts';
import { inReminder } from './end-reminder.ts';
import { findSchedules, getReminderRow, loadDetails } from './get-reminder.ts';
import { assertConcerned, mayCancel } from './rights.ts';
import { isUrgent, reminderWindow, toTiming } from './timing.ts';

/** What became of a reminder that somebody wants to hear again. */
export interface SnoozedReminder {
  readonly reminder: ReminderDetails;
  /** The reminder that they got for themselves, where it is not theirs to put off; else null. */
  readonly own: ReminderDetails | null;
}

/**
 * Says it at that time. What comes once then comes at that time only; what comes again comes when it would have anyway.
 * For whoever it is for, its author and organizers; what is for everybody goes by the coalition's clock then. Anybody
 * else whom a reminder for everybody concerns gets one of their own at that time, by their own clock. Throws
 * `reminder.not-found`, `reminder.over`, `access.not-yours`, and what reading the time throws.
 */
export function snoozeReminder(acting: Acting, number: number, until: NamedTimeIn): Promise<SnoozedReminder> {
  return inReminder(acting, number, assertConcerned, async (tx, row) => {
    const own = mayCancel(acting, row) ? null : await repeatFor(tx, acting, row, until());
    if (!own) await putOff(tx, acting, row, row.recipientId === null ? until(acting.coalition.zone) : until());
    return { reminder: await loadDetails(tx, await getReminderRow(tx, number)), own };
  });
}

async function putOff(tx: ScopedTx, acting: Acting, row: ReminderRow, until: NamedTime): Promise<void> {
  const { id, coalitionId, recipientId, spaceId } = row;
  const about = { coalitionId, subject: 'reminder', subjectId: id } as const;
  await audit(tx, acting, 'reminder.snoozed', id);
  const [due] = (await findSchedules(tx, [id])).filter(({ letter }) => letter === 'reminder.due');
  // Put off to when it comes anyway, it would be said twice at once.
  if (due?.nextAt?.getTime() === until.at.getTime()) return cancelSchedules(tx, about, ['reminder.snoozed']);
  const timing = toTiming(acting, { type: 'once', time: until }, recipientId);
  const plan = { recipientId, spaceId, urgent: isUrgent(acting, recipientId), window: reminderWindow };
  await setSchedule(tx, about, { letter: 'reminder.snoozed', ...plan, ...timing }, acting.now);
  if (!due?.rule) await cancelSchedules(tx, about, ['reminder.due']);
}

/** A reminder of the same for whoever asks, said where they asked for it if it is not said directly. */
function repeatFor(tx: ScopedTx, acting: Acting, { text, spaceId }: ReminderRow, until: NamedTime) {
  const recipientId = acting.member.id;
  const timing = toTiming(acting, { type: 'once', time: until }, recipientId);
  return createReminder(tx, acting, { text, recipientId, spaceId: acting.space?.id ?? spaceId, timing });
}
