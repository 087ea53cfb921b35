import type { Rsvp, RsvpAnswer, Seat } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { endOffers } from './offer.ts';
import type { OccurrenceRow } from './row.ts';
import { countFree, endOfLine, fillSeats } from './seats.ts';

/** What a member says of whether they come, and the space that they said it in. */
export interface Saying {
  readonly memberId: string;
  readonly spaceId: string;
  readonly answer: RsvpAnswer;
}

/** An occurrence, the answer to it as it is by now, and whether that is a new one. */
export interface SetAnswer {
  readonly row: OccurrenceRow;
  readonly rsvp: Rsvp;
  readonly changed: boolean;
}

type Change = Pick<Rsvp, 'answer' | 'seat' | 'offeredUntil'>;

/**
 * Answers occurrences for a member, in the transaction that locked them: a yes takes a seat where there is one, and
 * waits behind all others where there is none; a seat that gets free by it goes to whoever waits. What was answered so
 * before stays, and so does the place in the line.
 */
export async function setAnswers(
  tx: DbTx,
  rows: readonly OccurrenceRow[],
  saying: Saying,
  now: Date,
): Promise<readonly SetAnswer[]> {
  const occurrenceIds = rows.map(({ id }) => id);
  const known = await tx.rsvp.findMany({
    where: { memberId: saying.memberId, occurrenceId: { in: occurrenceIds } },
  });
  const former = new Map(known.map((rsvp) => [rsvp.occurrenceId, rsvp]));
  const free = saying.answer === 'yes' ? await countFree(tx, rows) : null;
  const set: SetAnswer[] = [];
  for (const row of rows) {
    const before = former.get(row.id) ?? null;
    const change = decide(before, saying.answer, free?.get(row.id) ?? 0);
    const rsvp = change ? await write(tx, row, before, { ...saying, ...change }, now) : before;
    if (rsvp) set.push({ row, rsvp, changed: change !== null });
  }
  return set;
}

/** What becomes of an answer; null where nothing does. */
function decide(before: Rsvp | null, answer: RsvpAnswer, free: number): Change | null {
  if (answer !== 'yes') return before?.answer === answer ? null : toChange(answer, null);
  if (before?.seat === 'taken') return null;
  if (before?.seat === 'offered' || free > 0) return toChange('yes', 'taken');
  // Whoever let an offer pass and says yes again is asked again.
  return before?.seat === 'waiting' && before.offeredUntil === null ? null : toChange('yes', 'waiting');
}

function toChange(answer: RsvpAnswer, seat: Seat | null): Change {
  return { answer, seat, offeredUntil: null };
}

async function write(
  tx: DbTx,
  row: OccurrenceRow,
  before: Rsvp | null,
  { memberId, ...said }: Saying & Change,
  now: Date,
): Promise<Rsvp> {
  const { id: occurrenceId, coalitionId } = row;
  const data = { ...said, answeredAt: await sinceWhen(tx, before, { occurrenceId, ...said }, now) };
  if (!before) return tx.rsvp.create({ data: { coalitionId, occurrenceId, memberId, ...data } });
  await tx.rsvp.updateMany({ where: { id: before.id, coalitionId }, data });
  if (before.seat === 'offered') await endOffers(tx, [before]);
  const givenUp = data.seat === null && (before.seat === 'taken' || before.seat === 'offered');
  if (givenUp) await fillSeats(tx, row, now);
  return { ...before, ...data };
}

/** Whoever goes on saying yes keeps their place, and whoever has to wait comes last. */
async function sinceWhen(
  tx: DbTx,
  before: Rsvp | null,
  { occurrenceId, answer, seat }: Pick<Rsvp, 'occurrenceId' | 'answer' | 'seat'>,
  now: Date,
): Promise<Date> {
  if (before?.answer === answer) return before.answeredAt;
  return seat === 'waiting' ? endOfLine(tx, occurrenceId, now) : now;
}
