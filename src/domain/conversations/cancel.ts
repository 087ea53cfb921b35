import type { OccurrenceReference } from '../../core/ids.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { tellAudience } from '../audiences/tell.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { assertComing } from './assert-coming.ts';
import type { OccurrenceDetails } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { loadDetail } from './load.ts';
import { lockOccurrence } from './lock-occurrence.ts';
import { lockComing } from './lock-series.ts';
import { mirrorOccurrences } from './mirror.ts';
import { endOffers } from './offer.ts';
import { forgetRenewal } from './renewal.ts';
import { assertLeads } from './rights.ts';
import type { OccurrenceRow } from './row.ts';
import { showOccurrences } from './show-occurrences.ts';

/** What is called off: one time of a conversation, or all of a series that are to come. */
export interface Cancelling {
  readonly reason?: string | undefined;
  readonly dates: 'this' | 'all';
}

/** What was called off: the one that was named or is next, and how many in all. */
export interface Cancelled {
  readonly occurrence: OccurrenceDetails;
  readonly count: number;
}

/**
 * Calls a conversation off: whoever leads it. Who said yes or maybe is told at once, each of them once however many times
 * of it they were coming to; it says nothing more of itself. Throws `conversation.not-found`, `access.not-yours`,
 * `conversation.cancelled`, `conversation.over`.
 */
export async function cancelOccurrence(
  acting: Acting,
  named: OccurrenceReference,
  { reason, dates }: Cancelling,
): Promise<Cancelled> {
  const { db, member, now } = acting;
  return inTransaction(db, async (tx) => {
    const found = await getCancellable(tx, acting, named);
    const all = dates === 'all' && found.conversation.rule !== null;
    const isWhole = all || found.conversation.rule === null;
    const rows = isWhole ? await lockComing(tx, found, now) : [await lockOccurrence(tx, found)];
    await assertStillComing(tx, found, rows, now);
    await callOff(tx, rows, reason ?? null, now);
    const { conversationId, coalitionId } = found;
    const about = { coalitionId, subjectId: all ? conversationId : found.id, now };
    const letter = all ? 'conversation.series-cancelled' : 'conversation.cancelled';
    if (isWhole) {
      await tx.conversation.updateMany({ where: { id: conversationId }, data: { state: 'cancelled' } });
      await forgetRenewal(tx, found);
    }
    await audit(tx, acting, 'conversation.cancelled', about.subjectId);
    await tellAudience(tx, about, letter, { byId: member.id });
    await showOccurrences(tx, rows, now);
    await mirrorOccurrences(tx, rows, now);
    const row = await tx.occurrence.findUniqueOrThrow({ where: { id: found.id }, include: { conversation: true } });
    return { occurrence: await loadDetail(tx, row), count: rows.length };
  });
}

/** Somebody else may have called it off before it was locked. */
async function assertStillComing(
  tx: ScopedTx,
  { id }: OccurrenceRow,
  locked: readonly OccurrenceRow[],
  now: Date,
): Promise<void> {
  const row = locked[0] ?? (await tx.occurrence.findUniqueOrThrow({ where: { id }, include: { conversation: true } }));
  assertComing(row, now);
}

/** What somebody is about to call off, before they are asked whether they mean it. Throws as `cancelOccurrence` does. */
export async function findCancellable(acting: Acting, named: OccurrenceReference): Promise<OccurrenceDetails> {
  return loadDetail(acting.db, await getCancellable(acting.db, acting, named));
}

async function getCancellable(tx: ScopedTx, acting: Acting, named: OccurrenceReference): Promise<OccurrenceRow> {
  const found = await getOccurrenceRow(tx, named, acting.now);
  assertLeads(acting, found.conversation);
  assertComing(found, acting.now);
  return found;
}

/** Their seats are held for nobody, nothing is said of them when their time comes, and calendars strike them. */
async function callOff(
  tx: ScopedTx,
  rows: readonly OccurrenceRow[],
  cancelReason: string | null,
  now: Date,
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await tx.occurrence.updateMany({
    where: { id: { in: ids } },
    data: { state: 'cancelled', cancelReason, sequence: { increment: 1 }, changedAt: now },
  });
  await tx.schedule.deleteMany({ where: { subject: 'occurrence', subjectId: { in: ids } } });
  const offered = await tx.rsvp.findMany({ where: { occurrenceId: { in: ids }, seat: 'offered' } });
  await endOffers(tx, offered);
  await tx.rsvp.updateMany({
    where: { id: { in: offered.map(({ id }) => id) } },
    data: { seat: 'waiting', offeredUntil: null },
  });
}
