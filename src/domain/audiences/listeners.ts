import type { Delivery, Prisma } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { type Audience, findAudience } from './audience.ts';

const withAccounts = {
  person: { include: { accounts: { orderBy: { id: 'asc' } } } },
  coalition: { select: { zone: true } },
} as const;

/** A member with the accounts by which they can be reached, and the zone (IANA) in which their coalition lives. */
export type ReachableMember = Prisma.MemberGetPayload<{ include: typeof withAccounts }>;

/** One of those whom a letter is for, and the space where they said that they come. */
export interface Listener {
  readonly member: ReachableMember;
  readonly spaceId: string;
}

/** A letter about an occurrence, or about a whole conversation. */
export type AboutOccurrence = Pick<Delivery, 'coalitionId' | 'subjectId' | 'letter'>;

/** All whom a letter is for, as things are by now, each once; who answered first comes first. */
export async function loadListeners(tx: DbTx, about: AboutOccurrence): Promise<readonly Listener[]> {
  const audience = findAudience(about.letter);
  if (audience === null) return [];
  if (audience === 'facilitator') return loadFacilitator(tx, about);
  const rsvps = await tx.rsvp.findMany({
    where: await answersFor(tx, audience, about),
    include: { member: { include: withAccounts } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
  const byMember = Map.groupBy(rsvps, ({ memberId }) => memberId);
  return [...byMember.values()].flatMap(([first]) => (first ? [{ member: first.member, spaceId: first.spaceId }] : []));
}

/** Whether a letter is for that member, as things are by now. */
export async function isListener(tx: DbTx, about: AboutOccurrence, memberId: string): Promise<boolean> {
  const audience = findAudience(about.letter);
  if (audience === null) return false;
  if (audience === 'facilitator')
    return (await loadFacilitator(tx, about)).some(({ member }) => member.id === memberId);
  return (await tx.rsvp.count({ where: { ...(await answersFor(tx, audience, about)), memberId } })) > 0;
}

async function answersFor(
  tx: DbTx,
  audience: Exclude<Audience, 'facilitator'>,
  about: AboutOccurrence,
): Promise<Prisma.RsvpWhereInput> {
  const { coalitionId, subjectId, letter } = about;
  const member: Prisma.MemberWhereInput = { leftAt: null };
  // Whoever has said whether it was worth coming is not asked again.
  if (letter === 'conversation.feedback') {
    member.attendances = { none: { occurrenceId: subjectId, worth: { not: null } } };
  }
  return {
    coalitionId,
    member,
    occurrence: letter === 'conversation.series-cancelled' ? await calledOff(tx, about) : { id: subjectId },
    ...(audience === 'coming' ? { answer: 'yes', seat: 'taken' } : { answer: { in: ['yes', 'maybe'] } }),
  };
}

/** The times of a series that were called off together, and last. */
async function calledOff(tx: DbTx, { coalitionId, subjectId: conversationId }: AboutOccurrence) {
  const cancelled = { coalitionId, conversationId, state: 'cancelled' } as const;
  const { _max: last } = await tx.occurrence.aggregate({ where: cancelled, _max: { changedAt: true } });
  return { ...cancelled, changedAt: last.changedAt ?? new Date(0) };
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
