import { UserError } from '../../core/errors.ts';
import type { ScopedTx } from '../../store/scope.ts';

/** Ends a change of who the organizers are, in a coalition that is locked for it. Throws `coalition.last-organizer` where nobody would be left, which undoes it. */
export async function assertOrganizerLeft(tx: ScopedTx): Promise<void> {
  const organizers = await tx.member.count({ where: { role: 'organizer', leftAt: null } });
  if (organizers === 0) throw new UserError('coalition.last-organizer');
}
