import type { When } from '../../core/param.ts';
import { splitWall } from '../../time/days.ts';
import type { Acting } from '../people/acting.ts';
import type { Timing } from '../schedules/occurrences.ts';
import type { ZoneOwner } from '../schedules/set-schedule.ts';

/** When a day without an hour reminds. */
const morning = '09:00';

/** How long a reminder is worth saying after its time, in seconds: seven days, or until it comes again. */
export const reminderWindow = 7 * 24 * 60 * 60;

/**
 * Whether it is said at the very time: what a member says for themselves or for everybody. What others want of somebody
 * waits for the end of their quiet hours.
 */
export function isUrgent({ member }: Acting, recipientId: string | null): boolean {
  return recipientId === null || recipientId === member.id;
}

/** When it comes due, and whose clock that goes by. */
export interface ReminderTiming extends Timing {
  readonly zoneOwner: ZoneOwner;
}

/**
 * The schedule of what somebody named. What they said for themselves goes by their own clock from then on; what they
 * said for everybody by the coalition's, where that shows the same; what they said for somebody else stays as it is.
 */
export function toTiming(
  { person, member, coalition }: Acting,
  when: When,
  recipientId: string | null,
): ReminderTiming {
  // What counts from now is an instant, which no clock's change moves.
  if (when.type === 'once' && when.time.exact) {
    const wall = when.time.at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
    return { wall, zone: 'UTC', rule: null, zoneOwner: { type: 'fixed' } };
  }
  const { wall, zone } = when.type === 'once' ? when.time : when.recurrence;
  const rule = when.type === 'once' ? null : when.recurrence.rule;
  const own: ZoneOwner | false = recipientId === member.id && { type: 'person', id: person.id };
  const shared: ZoneOwner | false = recipientId === null &&
    zone === coalition.zone && { type: 'coalition', id: coalition.id };
  const { date, time = morning } = splitWall(wall);
  return { wall: `${date}T${time}`, zone, rule, zoneOwner: own || shared || { type: 'fixed' } };
}
