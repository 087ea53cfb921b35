import { UserError } from '../../core/errors.ts';
import type { InviteCode, Member, Space } from '../../store/generated/sqlite/client.ts';
import type { DbTx, ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Caller } from '../people/acting.ts';
import type { Linked } from './create-coalition.ts';
import { linkingHere } from './linkable.ts';
import { toSpaceColumns } from './places.ts';

/**
 * Makes this channel a space of the coalition that the code was made by, and the caller a member of it. A code links
 * any number of channels. Throws `coalition.direct-message`, `coalition.already-linked-here`, `code.unknown` (also for
 * a revoked one), `code.expired`.
 */
export function linkSpace(caller: Caller, code: string): Promise<Linked> {
  const { db, now } = caller;
  return linkingHere(caller, () =>
    db.$transaction(async (tx) => {
      const { coalitionId } = await getInvite(tx, code, now);
      const coalition = await tx.coalition.findUniqueOrThrow({ where: { id: coalitionId } });
      const space = await openSpace(tx, coalitionId, caller);
      const member = await enrol(tx, coalitionId, caller);
      // The code said which coalition this is; everything written here is of that one.
      await audit(tx as ScopedTx, { coalition, member, now }, 'coalition.linked', space.id);
      return { coalition, space, member };
    }),
  );
}

async function getInvite(tx: DbTx, code: string, now: Date): Promise<InviteCode> {
  const invite = await tx.inviteCode.findUnique({ where: { code } });
  if (!invite || invite.revokedAt) throw new UserError('code.unknown', { code });
  if (invite.expiresAt <= now) throw new UserError('code.expired', { code });
  return invite;
}

/** A channel that was a space of this coalition before becomes it again, so that its cards live on. */
async function openSpace(tx: DbTx, coalitionId: string, caller: Caller): Promise<Space> {
  const columns = toSpaceColumns(caller);
  const former = await tx.space.findFirst({ where: { coalitionId, ...caller.place }, orderBy: { id: 'desc' } });
  if (!former) return tx.space.create({ data: { coalitionId, ...columns } });
  return tx.space.update({ where: { id: former.id }, data: { ...columns, unlinkedAt: null, lostAt: null } });
}

async function enrol(tx: DbTx, coalitionId: string, { person, now }: Caller): Promise<Member> {
  const personId = person.id;
  return tx.member.upsert({
    where: { coalitionId_personId: { coalitionId, personId } },
    create: { coalitionId, personId, joinedAt: now },
    update: { leftAt: null },
  });
}
