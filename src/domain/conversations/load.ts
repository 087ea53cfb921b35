import type { Conversation, Prisma } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { loadMembers } from '../people/load-members.ts';
import { toMentionable } from '../people/mentionable.ts';
import { namedComing, type OccurrenceDetails, type OccurrenceHeadline, type RsvpCounts } from './details.ts';
import { findFormat } from './formats.ts';
import { loadAgendas } from './load-agenda.ts';
import { loadOutcomes } from './load-outcome.ts';
import type { OccurrenceRow } from './row.ts';

/** Occurrences as they are shown, in the order of their rows. As few queries as can be, however many there are. */
export async function loadDetails(tx: DbTx, rows: readonly OccurrenceRow[]): Promise<OccurrenceDetails[]> {
  if (rows.length === 0) return [];
  const rsvps = await loadRsvps(tx, rows);
  const agendas = await loadAgendas(tx, rows);
  const outcomes = await loadOutcomes(tx, rows);
  const members = await loadMembers(tx, [
    ...rows.flatMap(({ conversation: { authorId, facilitatorId } }) => [authorId, facilitatorId]),
    ...rsvps.firstIds,
    ...[...agendas.values()].flat().map(({ authorId }) => authorId),
  ]);
  const nameOf = (id: string) => {
    const member = members.get(id);
    if (!member) throw new Error(`there is no member ${id}`);
    return toMentionable(member.person);
  };
  return rows.map((row) => ({
    ...toHeadline(row),
    author: nameOf(row.conversation.authorId),
    facilitator: nameOf(row.conversation.facilitatorId),
    rsvps: rsvps.of(row, nameOf),
    agenda: (agendas.get(row.id) ?? []).map((item) => ({ ...item, author: nameOf(item.authorId) })),
    outcome: outcomes.get(row.id) ?? null,
  }));
}

/** One occurrence as it is shown. */
export async function loadDetail(tx: DbTx, row: OccurrenceRow): Promise<OccurrenceDetails> {
  const [details] = await loadDetails(tx, [row]);
  if (!details) throw new Error('an occurrence that is there cannot be shown');
  return details;
}

/** What an occurrence and its conversation say by themselves. */
export function toHeadline({ conversation, ...row }: OccurrenceRow): OccurrenceHeadline {
  const {
    id,
    coalitionId,
    conversationId,
    wall,
    plannedWall,
    startsAt,
    endsAt,
    state,
    cancelReason,
    version,
    sequence,
  } = row;
  const { number, title, purpose, place, zone, minutes, rule, authorId, facilitatorId } = conversation;
  return {
    ...{ id, coalitionId, conversationId, wall, startsAt, endsAt, state, cancelReason, version, sequence },
    ...{ number, title, purpose, place, zone, minutes, authorId, facilitatorId },
    format: findFormat(conversation.format),
    occurrence: rule === null ? null : row.number,
    movedFrom: wall === plannedWall ? null : plannedWall,
    series: rule === null ? null : toSeries(conversation, rule),
  };
}

function toSeries({ wall, plannedUntil, state }: Conversation, rule: string) {
  return { wall, rule, plannedUntil, state };
}

type NameOf = (memberId: string) => RsvpCounts['firstComing'][number];

interface LoadedRsvps {
  readonly firstIds: readonly string[];
  readonly of: (row: OccurrenceRow, nameOf: NameOf) => RsvpCounts;
}

async function loadRsvps(tx: DbTx, rows: readonly OccurrenceRow[]): Promise<LoadedRsvps> {
  const occurrenceIds = rows.map(({ id }) => id);
  const counts = await tx.rsvp.groupBy({
    by: ['occurrenceId', 'answer', 'seat'],
    where: { occurrenceId: { in: occurrenceIds } },
    _count: true,
  });
  const first = new Map<string, string[]>();
  for (const id of occurrenceIds) first.set(id, await findFirstComing(tx, id));
  const count = (id: string, fits: (row: (typeof counts)[number]) => boolean) =>
    counts.filter((row) => row.occurrenceId === id && fits(row)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    firstIds: [...first.values()].flat(),
    of: ({ id, conversation }, nameOf) => ({
      capacity: conversation.capacity,
      coming: count(id, ({ seat }) => seat === 'taken'),
      offered: count(id, ({ seat }) => seat === 'offered'),
      waiting: count(id, ({ seat }) => seat === 'waiting'),
      maybe: count(id, ({ answer }) => answer === 'maybe'),
      declined: count(id, ({ answer }) => answer === 'no'),
      firstComing: (first.get(id) ?? []).map(nameOf),
    }),
  };
}

async function findFirstComing(tx: DbTx, occurrenceId: string): Promise<string[]> {
  const where: Prisma.RsvpWhereInput = { occurrenceId, answer: 'yes', seat: 'taken' };
  const rsvps = await tx.rsvp.findMany({
    where,
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    take: namedComing,
    select: { memberId: true },
  });
  return rsvps.map(({ memberId }) => memberId);
}
