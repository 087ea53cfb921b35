import { UserError } from '../../core/errors.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import type { AgendaItem } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { type AuditVerb, audit } from '../audit.ts';
import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import { loadOrder, moveByOne, positionAfter } from './agenda-order.ts';
import { assertComing } from './assert-coming.ts';
import { type AgendaEntry, isComing, type OccurrenceDetails } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { loadDetail } from './load.ts';
import { lockOccurrence } from './lock-occurrence.ts';
import { lockComing } from './lock-series.ts';
import { assertLeads, leads } from './rights.ts';
import { type OccurrenceRow, toReference } from './row.ts';
import { showOccurrences } from './show-occurrences.ts';

/** How many items an agenda has at most, and how many stand on a page. */
const limits = { items: 30, perPage: 10 };

/** One page of what is to be talked about. */
export interface AgendaPage extends Page {
  readonly occurrence: OccurrenceDetails;
  /** The items of this page, each with its place in the whole, which counts from 1. */
  readonly items: readonly (AgendaEntry & { readonly place: number; readonly removable: boolean })[];
  /** Whether the reader may put it in order. */
  readonly orders: boolean;
  /** Whether anything can be added to it. */
  readonly open: boolean;
}

/** One page of the agenda of an occurrence. Pages count from 1. Throws `conversation.not-found`. */
export async function getAgenda(acting: Acting, named: OccurrenceReference, page?: number): Promise<AgendaPage> {
  const row = await getOccurrenceRow(acting.db, named, acting.now);
  return toAgendaPage(acting, await loadDetail(acting.db, row), page);
}

function toAgendaPage(acting: Acting, occurrence: OccurrenceDetails, asked?: number): AgendaPage {
  const { agenda } = occurrence;
  const coming = isComing(occurrence, acting.now);
  const orders = coming && leads(acting, occurrence);
  const page = toPage(asked, agenda.length, limits.perPage);
  const from = (page.page - 1) * limits.perPage;
  const items = agenda.slice(from, from + limits.perPage).map((item, index) => {
    const removable = orders || (coming && item.authorId === acting.member.id);
    return { ...item, place: from + index + 1, removable };
  });
  return { ...page, occurrence, items, orders, open: coming && agenda.length < limits.items };
}

/**
 * Any member adds something to the agenda, at its end. Throws `conversation.not-found`, `conversation.over`,
 * `conversation.cancelled`, `conversation.agenda-full`.
 */
export function addAgendaItem(acting: Acting, named: OccurrenceReference, words: string): Promise<OccurrenceDetails> {
  const { db, coalition, member, now } = acting;
  return inTransaction(db, async (tx) => {
    const row = await lockOccurrence(tx, await getOccurrenceRow(tx, named, now));
    assertComing(row, now);
    const items = await loadOrder(tx, row);
    if (items.length >= limits.items) {
      throw new UserError('conversation.agenda-full', { reference: toReference(row), max: limits.items });
    }
    const { id: itemId } = await tx.agendaItem.create({
      data: {
        ...{ coalitionId: coalition.id, conversationId: row.conversationId, occurrenceId: row.id },
        ...{ text: words, authorId: member.id, position: positionAfter(items), createdAt: now },
      },
    });
    await audit(tx, acting, 'conversation.proposed', row.id, { itemId });
    await showOccurrences(tx, [row], now);
    return loadDetail(tx, row);
  });
}

/** Which item of which agenda, and which page of that is before the reader. */
export interface NamedItem {
  readonly of: OccurrenceReference;
  readonly id: string;
  readonly page?: number | undefined;
}

/**
 * Whoever leads the conversation moves an item by one place. Throws `conversation.not-found`, `conversation.over`,
 * `conversation.cancelled`, `conversation.item-gone`, `access.not-yours`.
 */
export function moveAgendaItem(acting: Acting, named: NamedItem, to: 'up' | 'down'): Promise<AgendaPage> {
  return changeItem(acting, named, 'conversation.ordered', async (tx, row, item) => {
    assertLeads(acting, row.conversation);
    return moveByOne(tx, await loadOrder(tx, row), item, to);
  });
}

/** Whoever leads the conversation, or wrote the item, takes it off the agenda. Throws as `moveAgendaItem` does. */
export function removeAgendaItem(acting: Acting, named: NamedItem): Promise<AgendaPage> {
  return changeItem(acting, named, 'conversation.withdrawn', async (tx, row, { id, authorId }) => {
    if (authorId !== acting.member.id) assertLeads(acting, row.conversation);
    await tx.agendaItem.delete({ where: { id } });
    return true;
  });
}

/** Changes one item with its occurrence locked, or all that are to come where the item belongs to every one. */
async function changeItem(
  acting: Acting,
  { of, id, page }: NamedItem,
  verb: AuditVerb,
  change: (tx: ScopedTx, row: OccurrenceRow, item: AgendaItem) => Promise<boolean>,
): Promise<AgendaPage> {
  const { db, now } = acting;
  const details = await inTransaction(db, async (tx) => {
    const found = await getOccurrenceRow(tx, of, now);
    const { occurrenceId } = await getItem(tx, found, id);
    const rows = occurrenceId === null ? await lockComing(tx, found, now) : [await lockOccurrence(tx, found)];
    const row = rows.find((each) => each.id === found.id) ?? found;
    assertComing(row, now);
    // Whoever held the lock before may have taken it away.
    const changed = await change(tx, row, await getItem(tx, row, id));
    if (changed) {
      await audit(tx, acting, verb, row.id, { itemId: id });
      await showOccurrences(tx, rows, now);
    }
    return loadDetail(tx, row);
  });
  return toAgendaPage(acting, details, page);
}

async function getItem(tx: ScopedTx, row: OccurrenceRow, id: string): Promise<AgendaItem> {
  const item = (await loadOrder(tx, row)).find((each) => each.id === id);
  if (!item) throw new UserError('conversation.item-gone', { reference: toReference(row) });
  return item;
}
