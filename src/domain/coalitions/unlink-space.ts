import { UserError } from '../../core/errors.ts';
import type { Space } from '../../store/generated/sqlite/client.ts';
import { inTransaction } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { skipWaiting } from '../deliveries/spaces.ts';
import type { Acting } from '../people/acting.ts';

/**
 * Makes this channel no space any more; what still waited for it is not said. Returns how many spaces remain, which
 * may be none. Throws `coalition.space-not-linked`.
 */
export function unlinkSpace(acting: Acting): Promise<{ space: Space; remaining: number }> {
  const { db, now, space: here } = acting;
  return inTransaction(db, async (tx) => {
    const [space] = await tx.space.updateManyAndReturn({
      where: { id: here?.id ?? '', unlinkedAt: null },
      data: { unlinkedAt: now, linkedPlace: null },
    });
    if (!space) throw new UserError('coalition.space-not-linked');
    await skipWaiting(tx, space.id, 'space-unlinked', now);
    await audit(tx, acting, 'coalition.unlinked', space.id);
    return { space, remaining: await tx.space.count({ where: { unlinkedAt: null } }) };
  });
}
