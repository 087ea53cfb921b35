import { UserError } from '../../core/errors.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { splitWall } from '../../time/days.ts';
import { parseRule } from '../../time/recurrence/parse-rule.ts';
import { writeRule } from '../../time/recurrence/rule.ts';
import { toInstant, toWallClock } from '../../time/zones.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import type { OccurrenceDetails } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { loadDetail } from './load.ts';
import { lockComing } from './lock-series.ts';
import { findTimes, planOccurrences } from './plan-occurrences.ts';
import { askForRenewal, forgetRenewal } from './renewal.ts';
import { assertLeads } from './rights.ts';
import { type OccurrenceRow, toReference } from './row.ts';
import { showOccurrences } from './show-occurrences.ts';
import { applyStandingAnswers } from './standing.ts';

/** How long before its last planned time a series can be renewed, in milliseconds: a second press finds it renewed. */
const early = 31 * 24 * 60 * 60_000;

/** A series as it goes on, or ends. */
export interface RenewedSeries {
  /** Its next time, or its last where none is to come. */
  readonly occurrence: OccurrenceDetails;
  /** How many times were planned by this. */
  readonly planned: number;
  /** The wall-clock date up to which it is planned. */
  readonly until: string;
}

/**
 * Plans the next six months of a series: whoever leads it. Who said that they come to all of its times comes to these. A
 * series that was just renewed stays as it is. Throws `conversation.not-found`, `access.not-yours`,
 * `conversation.cancelled`, `conversation.over` where it is no series, and `conversation.never` where its rule has come
 * to its end.
 */
export async function renewSeries(acting: Acting, named: OccurrenceReference): Promise<RenewedSeries> {
  const { now } = acting;
  return inTransaction(acting.db, async (tx) => {
    const { coming, last } = await lockSeries(tx, acting, named);
    const { conversation } = last;
    const until = conversation.plannedUntil ?? splitWall(last.plannedWall).date;
    if (last.startsAt.getTime() - now.getTime() > early) return toRenewed(tx, acting, named, 0, until);
    const after = latest(toInstant(last.plannedWall, conversation.zone), now);
    const today = toWallClock(now, conversation.zone).toPlainDate().toString();
    const planned = findTimes(conversation, after, [until, today].sort().at(-1));
    const renewed = await tx.conversation.update({
      where: { id: conversation.id },
      data: { plannedUntil: planned.until },
    });
    const rows = await planOccurrences(tx, renewed, planned.times, last.number + 1, now);
    for (const row of rows) await applyStandingAnswers(tx, row, now);
    await askForRenewal(tx, rows, planned.goesOn, now);
    await audit(tx, acting, 'conversation.renewed', conversation.id, { until: planned.until });
    await showOccurrences(tx, coming, now);
    return toRenewed(tx, acting, named, rows.length, planned.until ?? until);
  });
}

/**
 * Lets a series end with its last planned time: whoever leads it. Throws as `renewSeries` does, but for
 * `conversation.never`.
 */
export async function endSeries(acting: Acting, named: OccurrenceReference): Promise<RenewedSeries> {
  const { now } = acting;
  return inTransaction(acting.db, async (tx) => {
    const { coming, last } = await lockSeries(tx, acting, named);
    const { conversation } = last;
    const until = splitWall(last.plannedWall).date;
    const { count: _, ...rule } = parseRule(conversation.rule ?? '');
    const ended = writeRule({ ...rule, until: until.replaceAll('-', '') });
    if (ended !== conversation.rule) {
      await tx.conversation.updateMany({
        where: { id: conversation.id },
        data: { rule: ended, plannedUntil: until },
      });
      await tx.occurrence.updateMany({
        where: { id: { in: coming.map(({ id }) => id) } },
        data: { sequence: { increment: 1 }, changedAt: now },
      });
      await forgetRenewal(tx, last);
      await audit(tx, acting, 'conversation.ended', conversation.id, { until });
      await showOccurrences(tx, coming, now);
    }
    return toRenewed(tx, acting, named, 0, until);
  });
}

interface LockedSeries {
  readonly coming: readonly OccurrenceRow[];
  readonly last: OccurrenceRow;
}

async function lockSeries(tx: ScopedTx, acting: Acting, named: OccurrenceReference): Promise<LockedSeries> {
  const found = await getOccurrenceRow(tx, named, acting.now);
  assertLeads(acting, found.conversation);
  const coming = await lockComing(tx, found, acting.now);
  const last = await tx.occurrence.findFirstOrThrow({
    where: { conversationId: found.conversationId },
    orderBy: { number: 'desc' },
    include: { conversation: true },
  });
  const { state, rule } = last.conversation;
  if (state === 'cancelled') throw new UserError('conversation.cancelled', { reference: toReference(found) });
  if (rule === null) throw new UserError('conversation.over', { reference: toReference(found) });
  return { coming, last };
}

async function toRenewed(
  tx: ScopedTx,
  { now }: Acting,
  named: OccurrenceReference,
  planned: number,
  until: string,
): Promise<RenewedSeries> {
  return { occurrence: await loadDetail(tx, await getOccurrenceRow(tx, named, now)), planned, until };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
