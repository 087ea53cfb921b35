import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { endOfQuiet } from '../../time/day-times.ts';
import { tellMember } from '../audiences/tell.ts';
import type { withPerson } from '../people/mentionable.ts';
import { zoneOf } from '../people/zone-of.ts';
import { cancelSchedules, setSchedule } from '../schedules/set-schedule.ts';
import type { OccurrenceRow } from './row.ts';

const minute = 60_000;
const hour = 60 * minute;

/** For how long a seat is held, in milliseconds: at least and at most, and how much of an hour before is the morning's. */
const held = { least: 10 * minute, most: 12 * hour, afterNight: hour };

/** When somebody is told that a seat is free, and until when it is held for them. */
export interface Offer {
  readonly tellAt: Date;
  readonly until: Date;
}

/** When the quiet hours end that a moment lies in; null where it lies in none. */
export type QuietUntil = (at: Date) => Date | null;

/**
 * How a seat of what begins at `startsAt` is offered: for half of the time until then, ten minutes at least and twelve
 * hours at most. Where there is time for it, nobody is asked in their quiet hours, and no offer ends before they have
 * been over for an hour. Null where no ten minutes are left.
 */
export function planOffer(startsAt: Date, quietUntil: QuietUntil, now: Date): Offer | null {
  const left = startsAt.getTime() - now.getTime();
  if (left <= held.least) return null;
  const end = new Date(now.getTime() + Math.min(Math.max(left / 2, held.least), held.most));
  const tellAt = tellingTime(startsAt, quietUntil, now);
  const mornings = [tellAt, quietUntil(end)]
    .filter((morning) => morning !== null && morning > now)
    .map((morning) => Number(morning) + held.afterNight)
    .filter((morning) => morning < startsAt.getTime());
  const until = Math.max(end.getTime(), ...mornings);
  // A full minute, as it is said.
  return { tellAt, until: new Date(Math.min(Math.ceil(until / minute) * minute, startsAt.getTime())) };
}

/** Now, or after the quiet hours that it is in where that leaves time enough. */
function tellingTime(startsAt: Date, quietUntil: QuietUntil, now: Date): Date {
  const morning = quietUntil(now);
  return morning && morning.getTime() + held.afterNight < startsAt.getTime() ? morning : now;
}

type WaitingRsvp = Prisma.RsvpGetPayload<{
  include: { member: { include: typeof withPerson & { coalition: { select: { zone: true } } } } };
}>;

/**
 * Offers somebody who waits a seat; where there is no time to ask, or nothing to decide about, they have it. They are
 * told in either case. The occurrence is locked, and the seat is free.
 */
export async function offerSeat(tx: DbTx, row: OccurrenceRow, rsvp: WaitingRsvp, now: Date): Promise<void> {
  const { id, coalitionId } = rsvp;
  const quietUntil = quietOf(rsvp);
  const offer = row.conversation.capacity === null ? null : planOffer(row.startsAt, quietUntil, now);
  if (!offer) return giveSeat(tx, row, rsvp, tellingTime(row.startsAt, quietUntil, now));
  const { tellAt, until } = offer;
  await tx.rsvp.updateMany({ where: { id, coalitionId }, data: { seat: 'offered', offeredUntil: until } });
  await setSchedule(
    tx,
    { coalitionId, subject: 'rsvp', subjectId: id },
    {
      ...{ letter: 'conversation.offer-lapses', urgent: true, window: 0 },
      ...{ wall: until.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS.mmm'.length), zone: 'UTC', rule: null },
      zoneOwner: { type: 'fixed' },
    },
    now,
  );
  await tellMember(tx, { coalitionId, subjectId: row.id, now: tellAt }, 'conversation.offered', {}, rsvp);
}

async function giveSeat(tx: DbTx, row: OccurrenceRow, rsvp: WaitingRsvp, tellAt: Date): Promise<void> {
  const { id, coalitionId, seat } = rsvp;
  await tx.rsvp.updateMany({ where: { id, coalitionId }, data: { seat: 'taken', offeredUntil: null } });
  if (seat === 'offered') await endOffers(tx, [rsvp]);
  await tellMember(tx, { coalitionId, subjectId: row.id, now: tellAt }, 'conversation.seated', {}, rsvp);
}

/** The quiet hours of a member, in their zone. */
function quietOf({ member: { person, coalition } }: WaitingRsvp): QuietUntil {
  const { quietFrom: from, quietTo: to } = person;
  const zone = zoneOf(person, coalition);
  return (at) => (from !== null && to !== null ? endOfQuiet(at, { from, to }, zone) : null);
}

/** Offers that are answered lapse no more. */
export async function endOffers(
  tx: DbTx,
  rsvps: readonly { readonly id: string; readonly coalitionId: string }[],
): Promise<void> {
  for (const { id, coalitionId } of rsvps) {
    await cancelSchedules(tx, { coalitionId, subject: 'rsvp', subjectId: id });
  }
}
