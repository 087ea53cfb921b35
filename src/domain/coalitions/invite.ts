import { UserError } from '../../core/errors.ts';
import { createCode } from '../../core/ids.ts';
import type { InviteCode } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';

/** For how long an invitation links channels, in milliseconds: seven days. */
const validFor = 7 * 24 * 60 * 60_000;

/** Makes a code that links other channels, on either platform, for seven days or until it is revoked. */
export function inviteChannel(acting: Acting): Promise<InviteCode> {
  return inTransaction(acting.db, (tx) => createInvite(tx, acting));
}

/** The same along with another change. */
export async function createInvite(tx: ScopedTx, acting: Acting): Promise<InviteCode> {
  const { coalition, member, now } = acting;
  const invite = await tx.inviteCode.create({
    data: {
      coalitionId: coalition.id,
      code: createCode(),
      createdById: member.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validFor),
    },
  });
  await audit(tx, acting, 'coalition.invited', invite.id);
  return invite;
}

/** Makes a code link nothing any more. Throws `code.unknown` where it is none of this coalition's or revoked already. */
export function revokeInvite(acting: Acting, code: string): Promise<void> {
  return inTransaction(acting.db, async (tx) => {
    const [revoked] = await tx.inviteCode.updateManyAndReturn({
      where: { code, revokedAt: null },
      data: { revokedAt: acting.now },
    });
    if (!revoked) throw new UserError('code.unknown', { code });
    await audit(tx, acting, 'coalition.revoked', revoked.id);
  });
}
