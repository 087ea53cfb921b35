import type { Member } from '../../store/generated/sqlite/client.ts';
import type { ScopedDb } from '../../store/scope.ts';
import { isDuplicate } from '../duplicate.ts';

/** Who becomes a member of what, and when. */
interface Joining {
  readonly coalitionId: string;
  readonly personId: string;
  readonly now: Date;
}

/** The membership of a person, made or taken up again where there is none; two at once make one. */
export async function becomeMember(db: ScopedDb, joining: Joining): Promise<Member> {
  const known = (await findMembership(db, joining)) ?? (await makeMember(db, joining));
  if (!known.leftAt) return known;
  return db.member.update({ where: { id: known.id }, data: { leftAt: null, joinedAt: joining.now } });
}

function findMembership(db: ScopedDb, { coalitionId, personId }: Joining): Promise<Member | null> {
  return db.member.findUnique({ where: { coalitionId_personId: { coalitionId, personId } } });
}

async function makeMember(db: ScopedDb, joining: Joining): Promise<Member> {
  const { coalitionId, personId, now } = joining;
  try {
    return await db.member.create({ data: { coalitionId, personId, joinedAt: now } });
  } catch (error) {
    const meanwhile = isDuplicate(error) ? await findMembership(db, joining) : null;
    if (!meanwhile) throw error;
    return meanwhile;
  }
}
