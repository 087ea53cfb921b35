import type { OccurrenceReference } from '../../core/ids.ts';
import type { Prisma, RsvpAnswer, Seat } from '../../store/generated/sqlite/client.ts';
import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import type { OccurrenceDetails } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { loadDetails } from './load.ts';

/** Which conversations a list shows; `coming` unless it says otherwise. */
export const conversationFilters = ['coming', 'mine', 'past'] as const;

/** What is wanted: of all conversations, or all times to come of one. */
export interface ConversationQuery {
  readonly what?: (typeof conversationFilters)[number] | undefined;
  readonly conversation?: OccurrenceReference | undefined;
  /** Counts from 1. */
  readonly page?: number | undefined;
}

/** One time of a conversation, and what the member who asks has to do with it. */
export interface ListedOccurrence {
  readonly occurrence: OccurrenceDetails;
  readonly answer: RsvpAnswer | null;
  readonly seat: Seat | null;
  readonly leads: boolean;
}

/** One page of what was asked for. */
export interface ConversationPage extends Page {
  readonly listed: readonly ListedOccurrence[];
}

/** How many stand on a page. */
const perPage = 10;

/**
 * One page of a coalition's conversations: the next time of each that is to come, the soonest first; of those that the
 * member comes to, may come to, waits for or leads; all times that are over, the latest first; or all times to come of
 * one conversation. Throws `conversation.not-found`.
 */
export async function listConversations(acting: Acting, query: ConversationQuery): Promise<ConversationPage> {
  const ids = await findIds(acting, query);
  const place = toPage(query.page, ids.length, perPage);
  const shown = ids.slice((place.page - 1) * perPage, place.page * perPage);
  return { ...place, listed: await loadListed(acting, shown) };
}

async function findIds(acting: Acting, { what = 'coming', conversation }: ConversationQuery): Promise<string[]> {
  const { db, member, now } = acting;
  const find = (where: Prisma.OccurrenceWhereInput, order: 'asc' | 'desc') =>
    db.occurrence.findMany({
      where,
      orderBy: [{ startsAt: order }, { id: order }],
      select: { id: true, conversationId: true },
    });
  if (conversation) {
    const { conversationId } = await getOccurrenceRow(db, { ...conversation, occurrence: null }, now);
    return (await find({ conversationId, endsAt: { gt: now } }, 'asc')).map(({ id }) => id);
  }
  if (what === 'past') {
    const over = { OR: [{ state: 'closed' as const }, { state: 'planned' as const, endsAt: { lte: now } }] };
    return (await find(over, 'desc')).map(({ id }) => id);
  }
  const coming = { state: 'planned', endsAt: { gt: now } } as const;
  const found = await find(what === 'mine' ? { ...coming, OR: ofMember(member.id) } : coming, 'asc');
  // Of a series the next time alone: it would fill the list.
  const next = new Map(found.toReversed().map(({ id, conversationId }) => [conversationId, id]));
  return found.filter(({ id, conversationId }) => next.get(conversationId) === id).map(({ id }) => id);
}

/** Comes, may come, waits, or leads. */
function ofMember(memberId: string): Prisma.OccurrenceWhereInput[] {
  return [
    { rsvps: { some: { memberId, answer: { in: ['yes', 'maybe'] } } } },
    { conversation: { facilitatorId: memberId } },
  ];
}

async function loadListed({ db, member }: Acting, ids: readonly string[]): Promise<ListedOccurrence[]> {
  const rows = await db.occurrence.findMany({ where: { id: { in: [...ids] } }, include: { conversation: true } });
  const details = new Map((await loadDetails(db, rows)).map((each) => [each.id, each]));
  const rsvps = await db.rsvp.findMany({ where: { memberId: member.id, occurrenceId: { in: [...ids] } } });
  const answers = new Map(rsvps.map((rsvp) => [rsvp.occurrenceId, rsvp]));
  return ids.flatMap((id) => {
    const occurrence = details.get(id);
    const rsvp = answers.get(id);
    const leads = occurrence?.facilitatorId === member.id;
    return occurrence ? [{ occurrence, answer: rsvp?.answer ?? null, seat: rsvp?.seat ?? null, leads }] : [];
  });
}
