import { UserError } from '../../core/errors.ts';
import type { Place } from '../../core/invocation.ts';
import type { Member, Space } from '../../store/generated/sqlite/client.ts';
import type { Db, ScopedDb } from '../../store/scope.ts';
import type { Acting, Caller } from '../people/acting.ts';
import { becomeMember } from '../people/membership.ts';
import { toLinkedPlace } from './places.ts';

/** The space that is linked in a channel; null where none is. */
export function findSpace(db: Db, place: Place): Promise<Space | null> {
  return db.space.findUnique({ where: { linkedPlace: toLinkedPlace(place) } });
}

/** How a client is bound to one coalition. */
type InCoalition = (id: string) => ScopedDb;

/**
 * The caller in the coalition they act in, changing nothing. In a linked space that is its coalition, and whoever is no
 * member there is the one that they would be by acting. In a direct conversation it is the one they are in, of several
 * the one that is `meant` (its id, as a control carries it). Throws `coalition.none-here`, `coalition.several`.
 */
export async function getActing(db: Db, inCoalition: InCoalition, caller: Caller, meant?: string): Promise<Acting> {
  const coalitionId = caller.space ? caller.space.coalitionId : await getOwnCoalition(db, caller, meant);
  return toActing(inCoalition(coalitionId), coalitionId, caller);
}

/** The same; null where no coalition is meant, or more than one. */
export async function recogniseCaller(db: Db, inCoalition: InCoalition, caller: Caller): Promise<Acting | null> {
  const coalitionId = caller.space ? caller.space.coalitionId : await findOnlyCoalition(db, caller);
  return coalitionId === null ? null : toActing(inCoalition(coalitionId), coalitionId, caller);
}

/** By acting somebody becomes a member, again if they had left; and a space that was lost is there again. */
export async function enterCoalition(acting: Acting): Promise<Acting> {
  const { db, coalition, person, now } = acting;
  const joining = { coalitionId: coalition.id, personId: person.id, now };
  const member = isNewcomer(acting.member) ? await becomeMember(db, joining) : acting.member;
  return { ...acting, member, space: await findAgain(db, acting.space) };
}

async function toActing(db: ScopedDb, coalitionId: string, caller: Caller): Promise<Acting> {
  const [coalition, member] = await Promise.all([
    db.coalition.findUniqueOrThrow({ where: { id: coalitionId } }),
    db.member.findFirst({ where: { personId: caller.person.id, leftAt: null } }),
  ]);
  return { ...caller, db, coalition, member: member ?? toNewcomer(coalitionId, caller) };
}

/** A member who is none yet: no row has this id, so nothing is theirs. */
function toNewcomer(coalitionId: string, { person, now }: Caller): Member {
  return {
    ...{ id: '', coalitionId, personId: person.id, role: 'member' },
    ...{ sector: null, area: null, joinedAt: now, leftAt: null },
  };
}

function isNewcomer({ id }: Member): boolean {
  return id === '';
}

async function findOnlyCoalition(db: Db, caller: Caller): Promise<string | null> {
  const [only = null, ...others] = await findOwnCoalitions(db, caller);
  return others.length === 0 ? only : null;
}

async function getOwnCoalition(db: Db, caller: Caller, meant: string | undefined): Promise<string> {
  const own = await findOwnCoalitions(db, caller);
  const [only] = own;
  if (only === undefined) throw new UserError('coalition.none-here');
  if (own.length === 1) return only;
  const found = own.find((id) => id === meant);
  if (found === undefined) throw new UserError('coalition.several');
  return found;
}

/** The ids of the coalitions that may be meant where no space says it: one's own, in a direct conversation. */
async function findOwnCoalitions(db: Db, { direct, person }: Caller): Promise<readonly string[]> {
  if (!direct) return [];
  const memberships = await db.member.findMany({ where: { personId: person.id, leftAt: null } });
  return memberships.map(({ coalitionId }) => coalitionId);
}

async function findAgain(db: ScopedDb, space: Space | null): Promise<Space | null> {
  return space?.lostAt ? db.space.update({ where: { id: space.id }, data: { lostAt: null } }) : space;
}
