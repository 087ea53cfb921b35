import { UserError } from '../../core/errors.ts';
import type { AddresseeInput, When } from '../../core/param.ts';
import { inTransaction } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';
import { getMember } from '../people/find-member.ts';
import { findHomeSpace } from '../people/home-space.ts';
import { isTooOften } from '../schedules/too-often.ts';
import { createReminder } from './create-reminder.ts';
import type { ReminderDetails } from './details.ts';
import { toTiming } from './timing.ts';

/** A reminder to be added. */
export interface NewReminder {
  readonly text: string;
  readonly when: When;
  /** A member, or everybody here; the author themselves where nothing is said. */
  readonly to?: AddresseeInput | undefined;
}

/**
 * Adds a reminder under the next number. Throws `person.not-found`, `person.not-a-member`,
 * `person.ambiguous`, `reminder.no-space` where there is nobody to hear it, `reminder.too-often`, and `reminder.never`
 * where its rule names no time to come.
 */
export async function addReminder(acting: Acting, { text, when, to }: NewReminder): Promise<ReminderDetails> {
  const { db, now } = acting;
  const recipient = to?.type === 'here' ? null : await getMember(acting, to ?? { type: 'me' });
  const spaceId = await getSpaceId(acting, to);
  const recipientId = recipient?.id ?? null;
  const timing = toTiming(acting, when, recipientId);
  if (isTooOften(timing, now, 'hourly')) throw new UserError('reminder.too-often');
  return inTransaction(db, (tx) => createReminder(tx, acting, { text, recipientId, spaceId, timing }));
}

/** Where it is made; of what is said to the bot alone, the coalition's first space. */
async function getSpaceId(acting: Acting, to: AddresseeInput | undefined): Promise<string> {
  const home = await findHomeSpace(acting);
  if (home === null || (to?.type === 'here' && !acting.space)) throw new UserError('reminder.no-space');
  return home;
}
