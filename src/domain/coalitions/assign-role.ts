import type { PersonInput } from '../../core/param.ts';
import { inTransaction } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { getOrAddMember } from '../people/find-member.ts';
import { type MemberDetails, toMemberDetails } from '../people/member-details.ts';
import { withPerson } from '../people/mentionable.ts';
import type { Role } from '../people/roles.ts';
import { lockCoalition } from './lock.ts';
import { assertOrganizerLeft } from './organizers.ts';

/**
 * Gives a member a role; somebody mentioned who is no member becomes one. Throws `person.not-found`,
 * `person.ambiguous`, `coalition.last-organizer`.
 */
export async function assignRole(acting: Acting, who: PersonInput, role: Role): Promise<MemberDetails> {
  const { db, coalition } = acting;
  const { id } = await getOrAddMember(acting, who);
  return inTransaction(db, async (tx) => {
    await lockCoalition(tx, coalition.id);
    const member = await tx.member.update({ where: { id }, data: { role }, include: withPerson });
    await assertOrganizerLeft(tx);
    await audit(tx, acting, 'coalition.role', id, { role });
    return toMemberDetails(member);
  });
}
