import type { Mentionable } from '../../core/rich-text.ts';
import type { Delivery, HeldFor, Prisma, SentTo } from '../../store/generated/sqlite/client.ts';
import type { ScopedDb } from '../../store/scope.ts';
import { type NamedSpace, toNamedSpace, withNamesakes } from '../audiences/named-space.ts';
import { type Page, toPage } from '../pages.ts';
import { toMentionable, withPerson } from '../people/mentionable.ts';

/** What became of one occurrence, for one member or a space. */
export interface Receipt {
  readonly occurrenceAt: Date;
  /** The member; null: everybody in the space. */
  readonly recipient: Mentionable | null;
  readonly space: NamedSpace;
  readonly status: 'sent' | 'waiting' | 'skipped' | 'failed';
  /** When it was sent, skipped or failed; while it waits, when it is tried next. */
  readonly at: Date;
  /** Why it was skipped or failed, or is tried again: a code. */
  readonly reason: string | null;
  /** Why it waits although it is due. */
  readonly heldFor: HeldFor | null;
  readonly sentTo: SentTo | null;
  /** Where it waited for nothing and still came late: by how much, in milliseconds. */
  readonly late: number | null;
}

/** One page of receipts, the newest first. Pages count from 1. */
export interface ReceiptPage extends Page {
  readonly receipts: readonly Receipt[];
}

const perPage = 10;
/** What comes within two minutes of its time counts as punctual. */
const punctual = 2 * 60_000;

/** What became of what came due of such deliveries. Pages count from 1. */
export async function listReceipts(
  db: ScopedDb,
  which: Prisma.DeliveryWhereInput,
  page: number | undefined,
): Promise<ReceiptPage> {
  const where = { occurrenceAt: { not: null }, ...which };
  const place = toPage(page, await db.delivery.count({ where }), perPage);
  const deliveries = await db.delivery.findMany({
    where,
    include: { recipient: { include: withPerson }, space: { include: withNamesakes } },
    orderBy: [{ occurrenceAt: 'desc' }, { id: 'desc' }],
    skip: (place.page - 1) * perPage,
    take: perPage,
  });
  return {
    ...place,
    receipts: deliveries.map(({ recipient, space, ...delivery }) => ({
      ...toReceipt(delivery),
      recipient: recipient && toMentionable(recipient.person),
      space: toNamedSpace(space),
    })),
  };
}

function toReceipt(delivery: Delivery): Omit<Receipt, 'recipient' | 'space'> {
  const { dueAt, settledAt, status, reason, heldFor, sentTo } = delivery;
  const occurrenceAt = delivery.occurrenceAt ?? dueAt;
  const waiting = status === 'pending' || status === 'leased';
  const at = settledAt ?? dueAt;
  const delay = status === 'sent' && !heldFor ? at.getTime() - occurrenceAt.getTime() : 0;
  return {
    ...{ occurrenceAt, at, reason, heldFor, sentTo },
    status: waiting ? 'waiting' : status,
    late: delay > punctual ? delay : null,
  };
}
