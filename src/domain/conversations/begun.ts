import { UserError } from '../../core/errors.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import type { ScopedTx } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';
import type { OccurrenceHeadline } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { toHeadline } from './load.ts';
import { type OccurrenceRow, toReference } from './row.ts';

/**
 * The row of the occurrence that somebody named, looking back: a conversation alone means its last time that has begun.
 * Throws `conversation.not-found`.
 */
export async function getBegunRow(tx: ScopedTx, named: OccurrenceReference, now: Date): Promise<OccurrenceRow> {
  if (named.occurrence !== null) return getOccurrenceRow(tx, named, now);
  const last = await tx.occurrence.findFirst({
    where: { conversation: { number: named.number }, state: { not: 'cancelled' }, startsAt: { lte: now } },
    orderBy: { startsAt: 'desc' },
    include: { conversation: true },
  });
  return last ?? getOccurrenceRow(tx, named, now);
}

/** The same as it is shown in a heading. Throws `conversation.not-found`. */
export async function getBegun({ db, now }: Acting, named: OccurrenceReference): Promise<OccurrenceHeadline> {
  return toHeadline(await getBegunRow(db, named, now));
}

/** Throws `conversation.cancelled` or `conversation.not-begun` for what nothing can have come of yet. */
export function assertBegun(row: OccurrenceRow, now: Date): void {
  const named = { reference: toReference(row) };
  if (row.state === 'cancelled') throw new UserError('conversation.cancelled', named);
  if (row.startsAt > now) throw new UserError('conversation.not-begun', named);
}
