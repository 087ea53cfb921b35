import type { OccurrenceReference } from '../../core/ids.ts';
import { createTurns } from '../../core/turns.ts';
import type { RsvpAnswer, Seat } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { assertComing } from './assert-coming.ts';
import type { OccurrenceHeadline } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { toHeadline } from './load.ts';
import { lockOccurrence } from './lock-occurrence.ts';
import { lockComing } from './lock-series.ts';
import type { OccurrenceRow } from './row.ts';
import { findPlace } from './seats.ts';
import { type Saying, type SetAnswer, setAnswers } from './set-answers.ts';
import { showOccurrences } from './show-occurrences.ts';
import { setStandingAnswer } from './standing.ts';

/** What an answer has come to. */
export interface Answered {
  /** Of all dates of a series: the one that was named, or else the next. */
  readonly occurrence: OccurrenceHeadline;
  readonly answer: RsvpAnswer;
  /** Of a yes: a seat, or a place in the line of those who wait, which counts from 1. */
  readonly seat: Seat | null;
  readonly place: number | null;
  /** How many dates of a series were answered, and at how many of them one waits; null where it was one. */
  readonly all: { readonly dates: number; readonly waiting: number } | null;
}

/**
 * Says whether one comes, to one date or to all that are to come of a series, those included that are yet to be
 * planned. A yes takes a seat where there is one, and waits in line where there is none; a seat that somebody gives up
 * goes to the next. The same answer again changes nothing. Throws `conversation.not-found`, `conversation.over`,
 * `conversation.cancelled`.
 */
export async function answerOccurrence(
  acting: Acting,
  named: OccurrenceReference,
  answer: RsvpAnswer,
  dates: 'this' | 'all',
): Promise<Answered> {
  const { db, now } = acting;
  const found = await getOccurrenceRow(db, named, now);
  const all = dates === 'all' && found.conversation.rule !== null;
  // One at a time would go on in any case; whoever waits here keeps no connection from others meanwhile.
  return takeTurns(found.conversationId, () =>
    inTransaction(db, (tx) => (all ? answerAll(tx, acting, found, answer) : answerOne(tx, acting, found, answer))),
  );
}

const takeTurns = createTurns();

async function answerOne(tx: ScopedTx, acting: Acting, found: OccurrenceRow, answer: RsvpAnswer): Promise<Answered> {
  const row = await lockOccurrence(tx, found);
  const [set] = await answerRows(tx, acting, [row], row, { answer, dates: 'this' });
  return { ...(await toAnswered(tx, row, answer, set)), all: null };
}

async function answerAll(tx: ScopedTx, acting: Acting, found: OccurrenceRow, answer: RsvpAnswer): Promise<Answered> {
  const rows = await lockComing(tx, found, acting.now);
  const row = rows.find(({ id }) => id === found.id) ?? rows[0] ?? found;
  const sets = await answerRows(tx, acting, rows, row, { answer, dates: 'all' });
  await setStandingAnswer(tx, row, toSaying(acting, row, answer), acting.now);
  const own = sets.find((set) => set.row.id === row.id);
  const waiting = sets.filter(({ rsvp }) => rsvp.seat === 'waiting').length;
  return { ...(await toAnswered(tx, row, answer, own)), all: { dates: rows.length, waiting } };
}

/** Answers locked occurrences; `row` is the one that is spoken of. */
async function answerRows(
  tx: ScopedTx,
  acting: Acting,
  rows: readonly OccurrenceRow[],
  row: OccurrenceRow,
  said: { readonly answer: RsvpAnswer; readonly dates: 'this' | 'all' },
): Promise<readonly SetAnswer[]> {
  const { now } = acting;
  assertComing(row, now);
  const sets = await setAnswers(tx, rows, toSaying(acting, row, said.answer), now);
  const changed = sets.filter((set) => set.changed).map((set) => set.row);
  if (changed.length > 0) await audit(tx, acting, 'conversation.answered', row.id, said);
  await showOccurrences(tx, changed, now);
  return sets;
}

/** Whoever says it in a direct conversation is told where the conversation was called. */
function toSaying({ member, space }: Acting, { conversation }: OccurrenceRow, answer: RsvpAnswer): Saying {
  return { memberId: member.id, answer, spaceId: space?.id ?? conversation.spaceId };
}

async function toAnswered(
  tx: ScopedTx,
  row: OccurrenceRow,
  answer: RsvpAnswer,
  set: SetAnswer | undefined,
): Promise<Omit<Answered, 'all'>> {
  const seat = set?.rsvp.seat ?? null;
  const place = set && seat === 'waiting' ? await findPlace(tx, set.rsvp) : null;
  return { occurrence: toHeadline(row), answer, seat, place };
}
