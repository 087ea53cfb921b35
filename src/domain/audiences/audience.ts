import type { Delivery, Prisma } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { LetterKind } from '../deliveries/letters.ts';
import { type Addressee, loadAddresses, spacesFor } from './addresses.ts';

/**
 * For whom a letter about a conversation is: those who have a seat, all who said yes or maybe, or whoever leads it.
 * Who that is, is found out when the time has come.
 */
export type Audience = 'coming' | 'invited' | 'facilitator';

const audiences: Partial<Record<LetterKind, Audience>> = {
  'conversation.tomorrow': 'coming',
  'conversation.today': 'coming',
  'conversation.soon': 'coming',
  'conversation.feedback': 'coming',
  'conversation.moved': 'invited',
  'conversation.cancelled': 'invited',
  'conversation.closing': 'facilitator',
  'conversation.renewal': 'facilitator',
};

/** What concerns plans that somebody has made: they are told of it even if they want no reminders. */
const indispensable: readonly string[] = ['conversation.moved', 'conversation.cancelled'] satisfies LetterKind[];

/** For whom a letter is, where that is not a matter of its delivery's own columns. */
export function findAudience(letter: string): Audience | null {
  return (Object.hasOwn(audiences, letter) && audiences[letter as LetterKind]) || null;
}

const withAccounts = { person: { include: { accounts: { orderBy: { id: 'asc' } } } } } as const;

/** A member with the accounts by which they can be reached. */
export type ReachableMember = Prisma.MemberGetPayload<{ include: typeof withAccounts }>;

/** One of those whom a letter is for, and the space where they said that they come. */
export interface Listener {
  readonly member: ReachableMember;
  readonly spaceId: string;
}

type AboutOccurrence = Pick<Delivery, 'coalitionId' | 'subjectId' | 'letter'>;

/** All whom a letter about an occurrence is for, as things are by now; who answered first comes first. */
export async function loadListeners(tx: DbTx, about: AboutOccurrence): Promise<readonly Listener[]> {
  const { coalitionId, subjectId: occurrenceId, letter } = about;
  const audience = findAudience(letter);
  if (audience === null) return [];
  if (audience === 'facilitator') return loadFacilitator(tx, about);
  const answers =
    audience === 'coming'
      ? ({ answer: 'yes', seat: 'taken' } as const)
      : { OR: [{ answer: 'yes' as const }, { answer: 'maybe' as const }] };
  const rsvps = await tx.rsvp.findMany({
    where: { coalitionId, occurrenceId, ...answers, member: { leftAt: null } },
    include: { member: { include: withAccounts } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
  return rsvps.map(({ member, spaceId }) => ({ member, spaceId }));
}

/** Whoever leads it; where they have left, whoever called it, and else the organizers. */
async function loadFacilitator(tx: DbTx, { coalitionId, subjectId }: AboutOccurrence): Promise<readonly Listener[]> {
  const conversation = await tx.conversation.findFirst({
    where: { coalitionId, OR: [{ id: subjectId }, { occurrences: { some: { id: subjectId } } }] },
  });
  if (!conversation) return [];
  const { facilitatorId, authorId, spaceId } = conversation;
  const members = await tx.member.findMany({
    where: { coalitionId, leftAt: null, OR: [{ id: { in: [facilitatorId, authorId] } }, { role: 'organizer' }] },
    include: withAccounts,
    orderBy: { joinedAt: 'asc' },
  });
  const leader = [facilitatorId, authorId].map((id) => members.find((member) => member.id === id)).find(Boolean);
  return (leader ? [leader] : members).map((member) => ({ member, spaceId }));
}

/**
 * To whom a letter for an audience goes: to each who wants to be told directly, and to the spaces where the others are,
 * who are told together. Null for a letter that has no audience.
 */
export async function findAddressees(tx: DbTx, about: AboutOccurrence): Promise<readonly Addressee[] | null> {
  if (findAudience(about.letter) === null) return null;
  const listeners = await loadListeners(tx, about);
  const alone = listeners.filter((listener) => isToldAlone(about.letter, listener)).map(toAddressee);
  const spaces = new Set((await groupBySpace(tx, about.letter, listeners)).keys());
  const inSpaces = [...spaces].map((spaceId) => ({ coalitionId: about.coalitionId, recipientId: null, spaceId }));
  return [...alone, ...inSpaces];
}

/** Those who are told together by a delivery to a space. */
export async function loadListenersIn(
  tx: DbTx,
  delivery: AboutOccurrence & Pick<Delivery, 'spaceId'>,
): Promise<readonly ReachableMember[]> {
  const listeners = await loadListeners(tx, delivery);
  return (await groupBySpace(tx, delivery.letter, listeners)).get(delivery.spaceId) ?? [];
}

async function groupBySpace(
  tx: DbTx,
  letter: string,
  listeners: readonly Listener[],
): Promise<ReadonlyMap<string, ReachableMember[]>> {
  const together = listeners.filter((listener) => isToldInSpace(letter, listener));
  const addresses = await loadAddresses(tx, together.map(toAddressee));
  const groups = new Map<string, ReachableMember[]>();
  for (const listener of together) {
    const [home] = spacesFor(toAddressee(listener), addresses);
    if (home !== undefined) groups.set(home, [...(groups.get(home) ?? []), listener.member]);
  }
  return groups;
}

function toAddressee({ member: { coalitionId, id }, spaceId }: Listener): Addressee {
  return { coalitionId, recipientId: id, spaceId };
}

/** By a delivery of their own, and not together with others. */
function isToldAlone(letter: string, { member }: Listener): boolean {
  return findAudience(letter) === 'facilitator' || member.person.reminders === 'dm';
}

function isToldInSpace(letter: string, listener: Listener): boolean {
  if (isToldAlone(letter, listener)) return false;
  return listener.member.person.reminders === 'here' || indispensable.includes(letter);
}
