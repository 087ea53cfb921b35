import type { NamedTime } from '../../core/param.ts';
import type { DbTx } from '../../store/scope.ts';
import { toInstant, toWallClock } from '../../time/zones.ts';
import type { Acting } from './acting.ts';
import { type PersonWithAccounts, withPerson } from './mentionable.ts';
import { zoneOf } from './zone-of.ts';

/**
 * Until when somebody is away. `wall` is the local date on which they are back (`2027-06-04`), or the date and time
 * (`2027-06-04T18:00`), by their own clock; `at` is the instant it comes to.
 */
export interface Absence {
  readonly wall: string;
  readonly at: Date;
}

/**
 * Notes until when a person is away, or with `off` that they are not. It goes by their own clock from then on: the hour
 * stays and the instant moves where their zone changes. Of a day alone, they are back when it begins.
 */
export async function setAway(tx: DbTx, personId: string, until: NamedTime | 'off'): Promise<void> {
  const awayUntil = until === 'off' ? null : await toOwnWall(tx, personId, until);
  await tx.person.update({ where: { id: personId }, data: { awayUntil } });
}

/** What was read by other clocks than theirs, of the account they act with, comes to the same instant by theirs. */
async function toOwnWall(tx: DbTx, id: string, { wall, at, zone, timed }: NamedTime): Promise<string> {
  if (!timed) return wall;
  const person = await tx.person.findUniqueOrThrow({ where: { id }, include: withPerson.person.include });
  return toWallClock(at, zoneOf(person, { zone })).toString({ smallestUnit: 'minute' });
}

/** Until when a person is away at an instant, among the people of a coalition; null where they are there. */
export function findAbsence(
  person: Pick<PersonWithAccounts, 'awayUntil' | 'zone' | 'accounts'>,
  coalition: { readonly zone: string },
  now: Date,
): Absence | null {
  const { awayUntil: wall } = person;
  if (wall === null) return null;
  const at = toInstant(wall, zoneOf(person, coalition));
  return at > now ? { wall, at } : null;
}

/** Until when another member is away whom somebody is about to count on; null where they are there, and for themselves. */
export async function findAbsenceOf(
  { db, coalition, member, now }: Acting,
  memberId: string | null,
): Promise<Absence | null> {
  if (memberId === null || memberId === member.id) return null;
  const other = await db.member.findUnique({ where: { id: memberId }, include: withPerson });
  return other && findAbsence(other.person, coalition, now);
}
