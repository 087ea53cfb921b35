import { UserError } from '../../core/errors.ts';
import type { InviteCode, Space } from '../../store/generated/sqlite/client.ts';
import { inTransaction } from '../../store/scope.ts';
import { leaveSpace } from '../audiences/closed-spaces.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { createInvite } from './invite.ts';
import { lockCoalition } from './lock.ts';

/** What became of a channel that is no space any more. `invite` is there where none is left, and is the way back. */
export interface Unlinked {
  readonly space: Space;
  readonly invite: InviteCode | null;
}

/** Whether this channel is the only space of its coalition. Throws `coalition.space-not-linked`. */
export async function isLastSpace({ db, space }: Acting): Promise<boolean> {
  if (!space) throw new UserError('coalition.space-not-linked');
  return (await db.space.count({ where: { unlinkedAt: null, id: { not: space.id } } })) === 0;
}

/**
 * Makes this channel no space any more. What still waited for it is not said, unless it is for one member and there is
 * another space. Whoever unlinks the last one is given an
 * invitation with it, as a coalition without a space could not be asked for one. Throws `coalition.space-not-linked`.
 */
export function unlinkSpace(acting: Acting): Promise<Unlinked> {
  const { db, now, coalition, space: here } = acting;
  return inTransaction(db, async (tx) => {
    await lockCoalition(tx, coalition.id);
    const [space] = await tx.space.updateManyAndReturn({
      where: { id: here?.id ?? '', unlinkedAt: null },
      data: { unlinkedAt: now, linkedPlace: null },
    });
    if (!space) throw new UserError('coalition.space-not-linked');
    await leaveSpace(tx, space, 'space-unlinked', now);
    await audit(tx, acting, 'coalition.unlinked', space.id);
    const remaining = await tx.space.count({ where: { unlinkedAt: null } });
    return { space, invite: remaining === 0 ? await createInvite(tx, acting) : null };
  });
}
