import type { OccurrenceReference } from '../../core/ids.ts';
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
import { setAnswers } from './set-answers.ts';
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
export function answerOccurrence(
  acting: Acting,
  named: OccurrenceReference,
  answer: RsvpAnswer,
  dates: 'this' | 'all',
): Promise<Answered> {
  const { db, member, now } = acting;
  return inTransaction(db, async (tx) => {
    const found = await getOccurrenceRow(tx, named, now);
    const all = dates === 'all' && found.conversation.rule !== null;
    const rows = all ? await lockComing(tx, found, now) : [await lockOccurrence(tx, found)];
    const row = rows.find(({ id }) => id === found.id) ?? rows[0] ?? found;
    assertComing(row, now);
    const saying = { memberId: member.id, answer, spaceId: acting.space?.id ?? found.conversation.spaceId };
    const changed = await setAnswers(tx, rows, saying, now);
    if (all) await setStandingAnswer(tx, found, saying, now);
    if (changed.length > 0) await audit(tx, acting, 'conversation.answered', row.id, { answer, dates });
    await showOccurrences(tx, changed, now);
    return {
      ...{ occurrence: toHeadline(row), answer },
      ...(await findSeat(tx, row, member.id)),
      all: all ? await countAnswered(tx, rows, member.id) : null,
    };
  });
}

async function findSeat(tx: ScopedTx, row: OccurrenceRow, memberId: string): Promise<Pick<Answered, 'seat' | 'place'>> {
  const [own] = await tx.rsvp.findMany({ where: { occurrenceId: row.id, memberId } });
  if (own?.seat !== 'waiting') return { seat: own?.seat ?? null, place: null };
  const { answeredAt, id } = own;
  const before = await tx.rsvp.count({
    where: {
      ...{ occurrenceId: row.id, seat: 'waiting' },
      OR: [{ answeredAt: { lt: answeredAt } }, { answeredAt, id: { lt: id } }],
    },
  });
  return { seat: 'waiting', place: before + 1 };
}

async function countAnswered(tx: ScopedTx, rows: readonly OccurrenceRow[], memberId: string) {
  const own = { memberId, occurrenceId: { in: rows.map(({ id }) => id) } };
  const waiting = await tx.rsvp.count({ where: { ...own, seat: 'waiting' } });
  return { dates: rows.length, waiting };
}
