import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Reminder } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';

type OfReminder = Pick<Reminder, 'authorId' | 'recipientId' | 'number'>;

/** Whether a reminder is for this member: for them alone, or for everybody. */
function isFor({ member }: Acting, { recipientId }: OfReminder): boolean {
  return recipientId === null || recipientId === member.id;
}

/** Whether it is this member's to look into and to call off: its author's and the organizers'. */
export function isInCharge({ member }: Acting, { authorId }: OfReminder): boolean {
  return member.id === authorId || member.role === 'organizer';
}

/** To be done with it, to put it off or to look at it is for whoever it is for, too. Throws `access.not-yours`. */
export function assertConcerned(acting: Acting, reminder: OfReminder): void {
  if (!isFor(acting, reminder) && !isInCharge(acting, reminder)) refuse(reminder);
}

/** Whether it is this member's to call off: what is for everybody is not anybody's. */
export function mayCancel(acting: Acting, reminder: OfReminder): boolean {
  return reminder.recipientId === acting.member.id || isInCharge(acting, reminder);
}

/** Throws `access.not-yours` where they may not call it off. */
export function assertMayCancel(acting: Acting, reminder: OfReminder): void {
  if (!mayCancel(acting, reminder)) refuse(reminder);
}

/** Only the one it is for can say that they do not want it. Throws `access.not-yours`. */
export function assertRecipient({ member }: Acting, reminder: OfReminder): void {
  if (reminder.recipientId !== member.id) refuse(reminder);
}

function refuse({ number }: OfReminder): never {
  throw new UserError('access.not-yours', { reference: formatReference('reminder', number) });
}
