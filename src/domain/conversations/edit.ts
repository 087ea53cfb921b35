import type { OccurrenceReference } from '../../core/ids.ts';
import type { PersonInput } from '../../core/param.ts';
import type { Conversation } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { getOrAddMember } from '../people/find-member.ts';
import { assertComing } from './assert-coming.ts';
import type { OccurrenceDetails } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { inviteFacilitator } from './invite.ts';
import { loadDetail } from './load.ts';
import { lockComing } from './lock-series.ts';
import { mirrorOccurrences } from './mirror.ts';
import { endOf } from './plan-occurrences.ts';
import { assertLeads } from './rights.ts';
import type { OccurrenceRow } from './row.ts';
import { scheduleOccurrences } from './schedule-occurrences.ts';
import { fillSeats } from './seats.ts';
import { showOccurrences } from './show-occurrences.ts';

/**
 * A conversation as it is to be from now on. Purpose, place and capacity that are left out are none any more; duration
 * (in minutes) and facilitator that are left out stay as they are.
 */
export interface ConversationChanges {
  readonly title: string;
  readonly where?: string | undefined;
  readonly purpose?: string | undefined;
  readonly duration?: number | undefined;
  readonly capacity?: number | undefined;
  readonly facilitator?: PersonInput | undefined;
}

/** The conversation that somebody is about to edit. Throws as `editConversation` does. */
export async function getEditable(acting: Acting, named: OccurrenceReference): Promise<OccurrenceDetails> {
  const found = await getOccurrenceRow(acting.db, named, acting.now);
  assertLeads(acting, found.conversation);
  assertComing(found, acting.now);
  return loadDetail(acting.db, found);
}

/**
 * Changes what a conversation is, at all of its times that are to come: whoever leads it. More seats go to those who
 * wait; fewer throw nobody out. Throws `conversation.not-found`, `access.not-yours`, `conversation.cancelled`,
 * `conversation.over`, `person.not-found`, `person.ambiguous`.
 */
export async function editConversation(
  acting: Acting,
  named: OccurrenceReference,
  changes: ConversationChanges,
): Promise<OccurrenceDetails> {
  const { db, now } = acting;
  const facilitator = changes.facilitator && (await getOrAddMember(acting, changes.facilitator));
  return inTransaction(db, async (tx) => {
    const found = await getOccurrenceRow(tx, named, now);
    assertLeads(acting, found.conversation);
    assertComing(found, now);
    const rows = await lockComing(tx, found, now);
    const before = rows[0]?.conversation ?? found.conversation;
    const data = toColumns(changes, before, facilitator?.id);
    const fields = changedFields(before, data);
    if (fields.length === 0) return loadDetail(tx, found);
    const conversation = await tx.conversation.update({ where: { id: before.id }, data });
    const changed = await changeTimes(tx, rows, conversation, fields, now);
    if (hasMoreSeats(before, conversation)) for (const row of changed) await fillSeats(tx, row, now);
    const { facilitatorId } = conversation;
    const isAsked = fields.includes('facilitatorId') && facilitatorId !== acting.member.id;
    if (isAsked) await inviteFacilitator(tx, acting, changed, facilitatorId);
    await audit(tx, acting, 'conversation.edited', conversation.id, { fields });
    await showOccurrences(tx, changed, now);
    await mirrorOccurrences(tx, changed, now);
    return loadDetail(tx, changed.find(({ id }) => id === found.id) ?? { ...found, conversation });
  });
}

type Columns = Pick<Conversation, 'title' | 'place' | 'purpose' | 'minutes' | 'capacity' | 'facilitatorId'>;

function toColumns(
  { title, where, purpose, duration, capacity }: ConversationChanges,
  { minutes, facilitatorId }: Conversation,
  newFacilitatorId: string | undefined,
): Columns {
  return {
    title,
    place: where ?? null,
    purpose: purpose ?? null,
    minutes: duration ?? minutes,
    capacity: capacity ?? null,
    facilitatorId: newFacilitatorId ?? facilitatorId,
  };
}

function changedFields(before: Conversation, data: Columns): (keyof Columns)[] {
  return (Object.keys(data) as (keyof Columns)[]).filter((field) => before[field] !== data[field]);
}

/** What calendars show of a time. */
const inCalendars: readonly (keyof Columns)[] = ['title', 'place', 'purpose', 'minutes'];

/** The locked times as they are with their conversation changed. */
async function changeTimes(
  tx: ScopedTx,
  rows: readonly OccurrenceRow[],
  conversation: Conversation,
  fields: readonly (keyof Columns)[],
  now: Date,
): Promise<readonly OccurrenceRow[]> {
  const changed = rows.map((row) => ({ ...row, conversation }));
  if (!fields.some((field) => inCalendars.includes(field))) return changed;
  await tx.occurrence.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { sequence: { increment: 1 }, changedAt: now },
  });
  if (!fields.includes('minutes')) return changed;
  const lasting = changed.map((row) => ({ ...row, endsAt: endOf(row.startsAt, conversation.minutes) }));
  for (const { id, endsAt } of lasting) await tx.occurrence.updateMany({ where: { id }, data: { endsAt } });
  await scheduleOccurrences(tx, lasting, now);
  return lasting;
}

function hasMoreSeats(before: Conversation, after: Conversation): boolean {
  if (before.capacity === null) return false;
  return after.capacity === null || after.capacity > before.capacity;
}
