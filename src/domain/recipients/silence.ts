import type { Coalition, Delivery } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { loadListenersIn } from '../audiences/addressees.ts';
import { findAudience, isIndispensable } from '../audiences/audience.ts';
import type { ReachableMember } from '../audiences/listeners.ts';
import type { SkipReason } from '../deliveries/reasons.ts';
import { findAbsence } from '../people/away.ts';
import type { MemberWithPerson } from '../people/mentionable.ts';

/** A delivery for one member, with what its being heard depends on. */
export type Addressed = Pick<Delivery, 'letter' | 'urgent'> & { readonly coalition: Pick<Coalition, 'zone'> };

/**
 * Why a member is not to hear of something now whatever it says: they want no reminders, or are away. Null for what they
 * set for themselves, for what cannot wait, and for changes of what they have promised to come to.
 */
export function findSilence(delivery: Addressed, { person }: MemberWithPerson, now: Date): SkipReason | null {
  if (isHeardAnyway(delivery)) return null;
  if (person.reminders === 'off') return 'reminders-off';
  return findAbsence(person, delivery.coalition, now) && 'recipient-away';
}

/** What is for an audience is urgent where it is about to begin, which is no reason to call somebody who is away. */
function isHeardAnyway({ letter, urgent }: Addressed): boolean {
  return findAudience(letter) === null ? urgent : isIndispensable(letter);
}

/** Those who are told together by a delivery to a space, as things are by now: whoever is away is not among them. */
export async function loadHearers(tx: DbTx, delivery: Delivery, now: Date): Promise<readonly ReachableMember[]> {
  const listeners = await loadListenersIn(tx, delivery);
  return listeners.filter((member) => !findSilence({ ...delivery, coalition: member.coalition }, member, now));
}
