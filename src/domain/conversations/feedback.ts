import type { OccurrenceReference } from '../../core/ids.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { assertBegun, getBegunRow } from './begun.ts';
import type { OccurrenceHeadline } from './details.ts';
import { toHeadline } from './load.ts';
import { lockOccurrence, showOccurrence } from './lock-occurrence.ts';
import type { OccurrenceRow } from './row.ts';

/** What a member says of an occurrence: whether they came, and whether it was worth it; null where they do not say. */
export interface Feedback {
  readonly came: boolean;
  readonly worth: boolean | null;
}

/**
 * Notes what a member says of their own coming, in place of what they or others said before. Throws
 * `conversation.not-found`, `conversation.not-begun`, `conversation.cancelled`.
 */
export async function giveFeedback(
  acting: Acting,
  named: OccurrenceReference,
  feedback: Feedback,
): Promise<OccurrenceHeadline> {
  const { db, now } = acting;
  const found = await getBegunRow(db, named, now);
  return inTransaction(db, async (tx) => {
    const row = await lockOccurrence(tx, found);
    assertBegun(row, now);
    await note(tx, acting, row, feedback);
    await audit(tx, acting, 'conversation.attended', row.id, { came: feedback.came });
    // Before that, its card does not say who came.
    if (row.state === 'closed') await showOccurrence(tx, row, now);
    return toHeadline(row);
  });
}

async function note(
  tx: ScopedTx,
  { coalition, member, now }: Acting,
  { id: occurrenceId }: OccurrenceRow,
  { came, worth }: Feedback,
): Promise<void> {
  const own = { occurrenceId, memberId: member.id };
  const data = { came, worth: came ? worth : null, notedById: member.id, notedAt: now };
  // Who had no seat was not missed.
  const isMissed = came || (await tx.rsvp.count({ where: { ...own, answer: 'yes', seat: 'taken' } })) > 0;
  if (!isMissed) return void (await tx.attendance.deleteMany({ where: own }));
  const { count } = await tx.attendance.updateMany({ where: own, data });
  if (count === 0) await tx.attendance.create({ data: { coalitionId: coalition.id, ...own, ...data } });
}
