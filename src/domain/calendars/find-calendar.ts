import type { CalendarRequest } from '../../core/calendar.ts';
import type { Account, Coalition, Person } from '../../store/generated/sqlite/client.ts';
import { type Db, inCoalition } from '../../store/scope.ts';
import { type CalendarConversation, loadOfCoalition, loadOfMember, loadOne } from './load-conversations.ts';

/** Whose calendar it is: who is to read it, with their accounts, which know in what language. */
export type CalendarReader =
  | { readonly type: 'person'; readonly person: Person; readonly others: readonly Account[] }
  | { readonly type: 'coalition'; readonly coalition: Coalition };

/** A calendar as it is by now. */
export interface FoundCalendar {
  readonly reader: CalendarReader;
  readonly conversations: readonly CalendarConversation[];
}

/**
 * What stands behind the address of a calendar: of a person, what is theirs in the coalitions that they are in now; of a
 * coalition, all that it does. `revoked` where there was one and a new address was made since; null where there is none.
 */
export async function findCalendar(
  db: Db,
  { token, only }: CalendarRequest,
  now: Date,
): Promise<FoundCalendar | 'revoked' | null> {
  const ofPerson = await db.personCalendar.findUnique({
    where: { token },
    include: { person: { include: { accounts: { orderBy: { id: 'asc' } } } } },
  });
  if (ofPerson?.revokedAt) return 'revoked';
  if (ofPerson) return findOfPerson(db, ofPerson.person, only, now);
  // A coalition's address is not made for single conversations: who leaves it would go on to see them.
  const ofCoalition = only
    ? null
    : await db.coalitionCalendar.findUnique({ where: { token }, include: { coalition: true } });
  if (ofCoalition?.revokedAt) return 'revoked';
  if (!ofCoalition) return null;
  const { coalition } = ofCoalition;
  const conversations = await loadOfCoalition({ db: inCoalition(db, coalition.id), coalition }, now);
  return { reader: { type: 'coalition', coalition }, conversations };
}

async function findOfPerson(
  db: Db,
  { accounts, ...person }: Person & { readonly accounts: readonly Account[] },
  only: CalendarRequest['only'],
  now: Date,
): Promise<FoundCalendar | null> {
  const reader = { type: 'person', person, others: accounts } as const;
  const memberships = await db.member.findMany({
    where: { personId: person.id, leftAt: null, ...(only && { coalitionId: only.coalitionId }) },
    include: { coalition: true },
    orderBy: { id: 'asc' },
  });
  const conversations: CalendarConversation[] = [];
  for (const { coalition, ...member } of memberships) {
    const of = { db: inCoalition(db, coalition.id), coalition };
    conversations.push(...(only ? await loadOne(of, only.conversation) : await loadOfMember(of, member, now)));
  }
  return only && conversations.length === 0 ? null : { reader, conversations };
}
