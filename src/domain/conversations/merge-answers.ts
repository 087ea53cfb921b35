import type { Attendance, Prisma, Rsvp, StandingAnswer } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { isComing } from './details.ts';
import { lockOccurrence, showOccurrence } from './lock-occurrence.ts';
import { lockConversations } from './lock-series.ts';
import { endOffers } from './offer.ts';
import { fillSeats } from './seats.ts';

/** Two memberships of a coalition that turned out to be one person's. */
interface Two {
  readonly coalitionId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Moves all that a member did about conversations to the membership that is kept. Where both answered, the person comes
 * once: the better seat is kept, of two that are as good the older answer, and the other one goes to whoever waits.
 */
export async function mergeAnswers(tx: DbTx, two: Two, now: Date): Promise<void> {
  const { coalitionId, from, to } = two;
  await moveRsvps(tx, two, now);
  await moveStandingAnswers(tx, two);
  await moveAttendances(tx, two);
  await tx.conversation.updateMany({ where: { coalitionId, authorId: from }, data: { authorId: to } });
  await tx.conversation.updateMany({ where: { coalitionId, facilitatorId: from }, data: { facilitatorId: to } });
  await tx.agendaItem.updateMany({ where: { coalitionId, authorId: from }, data: { authorId: to } });
  await tx.attendance.updateMany({ where: { coalitionId, notedById: from }, data: { notedById: to } });
}

async function moveRsvps(tx: DbTx, { coalitionId, from, to }: Two, now: Date): Promise<void> {
  const where = { coalitionId, memberId: { in: [from, to] } };
  await lockConversations(tx, await findAnswered(tx, where, now));
  const both = await tx.occurrence.findMany({
    where: { coalitionId, AND: [{ rsvps: { some: { memberId: from } } }, { rsvps: { some: { memberId: to } } }] },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: occurrenceId } of both) {
    const row = await lockOccurrence(tx, { id: occurrenceId, coalitionId });
    const rsvps = await tx.rsvp.findMany({ where: { ...where, occurrenceId } });
    const [, worse] = rsvps.toSorted(better);
    if (!worse) continue;
    await tx.rsvp.deleteMany({ where: { id: worse.id, coalitionId } });
    if (!isComing(row, now)) continue;
    await endOffers(tx, [worse]);
    if (worse.seat === 'taken' || worse.seat === 'offered') await fillSeats(tx, row, now);
    await showOccurrence(tx, row, now);
  }
  await tx.rsvp.updateMany({ where: { coalitionId, memberId: from }, data: { memberId: to } });
}

/** The conversations to whose coming occurrences these answers were given. */
async function findAnswered(tx: DbTx, where: Prisma.RsvpWhereInput, now: Date) {
  const coming = { state: 'planned', endsAt: { gt: now } } as const;
  const rsvps = await tx.rsvp.findMany({ where: { ...where, occurrence: coming }, select: { occurrence: true } });
  return rsvps.map(({ occurrence: { conversationId: id, coalitionId } }) => ({ id, coalitionId }));
}

const answers = ['yes', 'maybe', 'no'] as const;
const seats = ['taken', 'offered', 'waiting', null] as const;

function better(one: Rsvp, other: Rsvp): number {
  return (
    answers.indexOf(one.answer) - answers.indexOf(other.answer) ||
    seats.indexOf(one.seat) - seats.indexOf(other.seat) ||
    one.answeredAt.getTime() - other.answeredAt.getTime()
  );
}

async function moveStandingAnswers(tx: DbTx, { coalitionId, from, to }: Two): Promise<void> {
  const all = await tx.standingAnswer.findMany({ where: { coalitionId, memberId: { in: [from, to] } } });
  const surplus = [...Map.groupBy(all, ({ conversationId }) => conversationId).values()].flatMap((each) =>
    each.toSorted(moreWilling).slice(1),
  );
  await tx.standingAnswer.deleteMany({ where: { coalitionId, id: { in: surplus.map(({ id }) => id) } } });
  await tx.standingAnswer.updateMany({ where: { coalitionId, memberId: from }, data: { memberId: to } });
}

function moreWilling(one: StandingAnswer, other: StandingAnswer): number {
  return (
    answers.indexOf(one.answer) - answers.indexOf(other.answer) || one.answeredAt.getTime() - other.answeredAt.getTime()
  );
}

/** Whoever came with one of two accounts came. */
async function moveAttendances(tx: DbTx, { coalitionId, from, to }: Two): Promise<void> {
  const all = await tx.attendance.findMany({ where: { coalitionId, memberId: { in: [from, to] } } });
  const surplus = [...Map.groupBy(all, ({ occurrenceId }) => occurrenceId).values()].flatMap((each) =>
    each.toSorted(moreTelling).slice(1),
  );
  await tx.attendance.deleteMany({ where: { coalitionId, id: { in: surplus.map(({ id }) => id) } } });
  await tx.attendance.updateMany({ where: { coalitionId, memberId: from }, data: { memberId: to } });
}

function moreTelling(one: Attendance, other: Attendance): number {
  return (
    Number(other.came) - Number(one.came) ||
    Number(other.worth !== null) - Number(one.worth !== null) ||
    one.notedAt.getTime() - other.notedAt.getTime()
  );
}
