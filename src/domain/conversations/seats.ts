import type { Prisma, Rsvp } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { withPerson } from '../people/mentionable.ts';
import { isComing } from './details.ts';
import { offerSeat } from './offer.ts';
import type { OccurrenceRow } from './row.ts';

/** Who waits, as the index has them, and in which order. */
const isWaiting = { answer: 'yes', seat: 'waiting' } as const;
const inLine = [{ answeredAt: 'asc' }, { id: 'asc' }] as const;

/** How many seats of each occurrence are neither taken nor held, by its id: `Infinity` where as many come as like. */
export async function countFree(tx: DbTx, rows: readonly OccurrenceRow[]): Promise<ReadonlyMap<string, number>> {
  const counted = rows.filter(({ conversation }) => conversation.capacity !== null).map(({ id }) => id);
  const held = new Map<string, number>();
  if (counted.length > 0) {
    const groups = await tx.rsvp.groupBy({
      by: ['occurrenceId'],
      where: { occurrenceId: { in: counted }, answer: 'yes', seat: { in: ['taken', 'offered'] } },
      _count: true,
    });
    for (const { occurrenceId, _count } of groups) held.set(occurrenceId, _count);
  }
  const freeOf = ({ id, conversation: { capacity } }: OccurrenceRow) =>
    capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - (held.get(id) ?? 0));
  return new Map(rows.map((row) => [row.id, freeOf(row)]));
}

/**
 * Gives what seats are free to those who wait for them, in order, in the transaction that locked the occurrence and
 * freed a seat or made more of them: each is offered one until a deadline, or simply has it where there is no time left
 * for that, or no end of seats.
 */
export function fillSeats(tx: DbTx, row: OccurrenceRow, now: Date): Promise<void> {
  return offerSeats(tx, row, {}, now);
}

/** The same after an offer lapsed: whoever let one pass is not asked again for the same seat. */
export function passOn(tx: DbTx, row: OccurrenceRow, now: Date): Promise<void> {
  return offerSeats(tx, row, { offeredUntil: null }, now);
}

async function offerSeats(tx: DbTx, row: OccurrenceRow, whom: Prisma.RsvpWhereInput, now: Date): Promise<void> {
  if (!isComing(row, now)) return;
  const free = (await countFree(tx, [row])).get(row.id) ?? 0;
  if (free === 0) return;
  const endless = free === Number.POSITIVE_INFINITY;
  const rsvps = await tx.rsvp.findMany({
    // Where there is no end of seats, nobody needs to decide any more.
    where: { ...whom, occurrenceId: row.id, answer: 'yes', seat: endless ? { in: ['offered', 'waiting'] } : 'waiting' },
    orderBy: [...inLine],
    ...(!endless && { take: free }),
    include: { member: { include: withPerson } },
  });
  if (rsvps.length === 0) return;
  // Not included beside the person: in a transaction Prisma would ask for both at once, by one connection.
  const coalition = await tx.coalition.findUniqueOrThrow({ where: { id: row.coalitionId }, select: { zone: true } });
  for (const { member, ...rsvp } of rsvps) {
    await offerSeat(tx, row, { ...rsvp, member: { ...member, coalition } }, now);
  }
}

/**
 * When somebody who joins the line of those who wait has joined it: last, whatever the clock says. The occurrence is
 * locked.
 */
export async function endOfLine(tx: DbTx, occurrenceId: string, now: Date): Promise<Date> {
  const { _max: last } = await tx.rsvp.aggregate({
    where: { occurrenceId, ...isWaiting },
    _max: { answeredAt: true },
  });
  return new Date(Math.max(now.getTime(), (last.answeredAt?.getTime() ?? 0) + 1));
}

/** Which place in the line somebody has who waits there, from 1. */
export async function findPlace(
  tx: DbTx,
  { occurrenceId, answeredAt, id }: Pick<Rsvp, 'occurrenceId' | 'answeredAt' | 'id'>,
): Promise<number> {
  const before = await tx.rsvp.count({
    where: {
      ...{ occurrenceId, ...isWaiting },
      OR: [{ answeredAt: { lt: answeredAt } }, { answeredAt, id: { lt: id } }],
    },
  });
  return before + 1;
}
