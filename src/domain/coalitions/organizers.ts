import { UserError } from '../../core/errors.ts';
import type { ScopedTx } from '../../store/scope.ts';

/**
 * Begins a change of who the organizers are. It locks the coalition until the transaction ends: two organizers who
 * step down at once would each still see the other.
 */
export async function lockOrganizers(tx: ScopedTx, coalitionId: string): Promise<void> {
  await tx.coalition.updateMany({ where: { id: coalitionId }, data: { id: coalitionId } });
}

/** Ends such a change. Throws `coalition.last-organizer` where nobody would be left, which undoes it. */
export async function assertOrganizerLeft(tx: ScopedTx): Promise<void> {
  const organizers = await tx.member.count({ where: { role: 'organizer', leftAt: null } });
  if (organizers === 0) throw new UserError('coalition.last-organizer');
}
