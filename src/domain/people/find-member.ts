import { UserError } from '../../core/errors.ts';
import type { PersonInput } from '../../core/param.ts';
import type { Acting } from './acting.ts';
import { findAccount, identifyMentioned } from './identify.ts';
import { becomeMember } from './membership.ts';
import { type MemberWithPerson, withPerson } from './mentionable.ts';
import { matchNames } from './names.ts';

type Mentioned = Extract<PersonInput, { type: 'account' }>;

/** How many names an ambiguous one is answered with. */
const namesShown = 5;

/**
 * The member that somebody named: themselves, a mentioned account, or a name that begins like that of one member alone.
 * Throws `person.not-found` and `person.ambiguous` for a name, `person.not-a-member` for an account.
 */
export async function getMember(acting: Acting, who: PersonInput): Promise<MemberWithPerson> {
  if (who.type === 'me') return loadMember(acting, acting.member.personId);
  if (who.type === 'name') return getMemberByName(acting, who.name);
  const account = await findAccount(acting.db, { place: acting.place, accountId: who.accountId });
  const member = account && (await findCurrent(acting, account.personId));
  if (!member) throw new UserError('person.not-a-member', { given: who.name ?? who.accountId });
  return member;
}

/**
 * The same for somebody who is to be given something: a mentioned person who is no member yet becomes one. Throws
 * `person.not-found` and `person.ambiguous`.
 */
export async function getOrAddMember(acting: Acting, who: PersonInput): Promise<MemberWithPerson> {
  return who.type === 'account' ? addMentioned(acting, who) : getMember(acting, who);
}

async function addMentioned(acting: Acting, { accountId, name }: Mentioned): Promise<MemberWithPerson> {
  const { db, place, coalition, now } = acting;
  const person = await identifyMentioned(db, { place, accountId, name: name ?? accountId }, now);
  await becomeMember(db, { coalitionId: coalition.id, personId: person.id, now });
  return loadMember(acting, person.id);
}

async function getMemberByName(acting: Acting, name: string): Promise<MemberWithPerson> {
  const members = await acting.db.member.findMany({ where: { leftAt: null }, include: withPerson });
  const found = matchNames(members, name, ({ person }) => [person.name, ...person.accounts.map((each) => each.name)]);
  const [first, ...others] = found;
  if (!first) throw new UserError('person.not-found', { given: name });
  if (others.length > 0) throw new UserError('person.ambiguous', { given: name, choices: listNames(found) });
  return first;
}

function listNames(members: readonly MemberWithPerson[]): string {
  const names = members.slice(0, namesShown).map(({ person }) => person.name);
  return [...names, ...(members.length > namesShown ? ['…'] : [])].join(', ');
}

function findCurrent({ db, coalition }: Acting, personId: string): Promise<MemberWithPerson | null> {
  return db.member.findUnique({
    where: { coalitionId_personId: { coalitionId: coalition.id, personId }, leftAt: null },
    include: withPerson,
  });
}

async function loadMember(acting: Acting, personId: string): Promise<MemberWithPerson> {
  const member = await findCurrent(acting, personId);
  if (!member) throw new UserError('coalition.not-a-member');
  return member;
}
