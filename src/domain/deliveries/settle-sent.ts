import type { Delivery, SentTo } from '../../store/generated/sqlite/client.ts';
import { kindOf } from '../../store/kind.ts';
import { markSent, type SentRow } from '../../store/mark-sent.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import { together } from '../../store/together.ts';
import { refreshCards } from './announce.ts';
import { type CardSubject, findCardSubject, rememberCards, type Shown, type ShownCard } from './cards.ts';

/** What came of sending. `messageId` is the platform's; `version`, for cards, that of the subject as it was rendered. */
export interface Sent extends Partial<Shown> {
  readonly now: Date;
  /** To everybody in its space where not given. */
  readonly sentTo?: SentTo;
}

interface SentDelivery {
  readonly delivery: Delivery;
  readonly sent: Sent;
}

/**
 * It was sent. A card is remembered by where it stands; if its task has changed since it was rendered, an edit
 * follows. Returns whether the delivery was still this worker's to settle. Under load many are settled at once: what a
 * crash leaves unsettled by that is in doubt, as anything is that was sent and not settled.
 */
export function settleSent(db: Db, delivery: Delivery, sent: Sent): Promise<boolean> {
  return settleTogether(db, { delivery, sent });
}

const settleTogether = together<SentDelivery, boolean>(
  async (db, items) => {
    try {
      return await settleAll(db, items);
    } catch (error) {
      if (items.length === 1) throw error;
      // One that cannot be settled must not keep the others from it.
      return items.map((item) => settleAll(db, [item]).then(([settled]) => settled === true));
    }
  },
  { most: 200, pause: 25 },
);

async function settleAll(db: Db, items: readonly SentDelivery[]): Promise<boolean[]> {
  const hasCards = items.some(isCard);
  const settled = hasCards ? await db.$transaction((tx) => settleWithCards(db, tx, items)) : await mark(db, db, items);
  return items.map(({ delivery }) => settled.has(delivery.id));
}

async function settleWithCards(db: Db, tx: DbTx, items: readonly SentDelivery[]): Promise<Set<string>> {
  const settled = await mark(db, tx, items);
  const cards = items.filter(isCard).filter(({ delivery }) => settled.has(delivery.id));
  await rememberCards(tx, cards.map(toShownCard));
  await refreshStale(tx, cards);
  return settled;
}

function mark(db: Db, tx: DbTx, items: readonly SentDelivery[]): Promise<Set<string>> {
  const latest = Math.max(...items.map(({ sent }) => sent.now.getTime()));
  return markSent(tx, kindOf(db), items.map(toRow), new Date(latest));
}

function toRow({ delivery: { id, leasedBy, attempts }, sent }: SentDelivery): SentRow {
  return { id, leasedBy, attempts, messageId: sent.messageId ?? null, sentTo: sent.sentTo ?? 'space' };
}

type SentCard = SentDelivery & { readonly sent: Shown & { readonly now: Date } };

function isCard(item: SentDelivery): item is SentCard {
  return item.sent.messageId !== undefined && item.sent.version !== undefined;
}

function toShownCard({ delivery, sent }: SentCard): ShownCard {
  return { of: delivery, shown: sent };
}

/** A card whose subject has changed while it was on its way is edited once more. */
async function refreshStale(tx: DbTx, cards: readonly SentCard[]): Promise<void> {
  for (const [subject, some] of Map.groupBy(cards, ({ delivery }) => findCardSubject(delivery))) {
    if (!subject) continue;
    const ids = some.map(({ delivery }) => delivery.subjectId);
    for (const { id: subjectId, coalitionId, version } of await findVersions(tx, subject, ids)) {
      const stale = some.find(({ delivery, sent }) => delivery.subjectId === subjectId && sent.version < version);
      if (stale) await refreshCards(tx, subject, { coalitionId, subjectId, now: stale.sent.now });
    }
  }
}

type Versioned = { readonly id: string; readonly coalitionId: string; readonly version: number };

async function findVersions(tx: DbTx, subject: CardSubject, ids: readonly string[]): Promise<readonly Versioned[]> {
  const where = { id: { in: [...ids] } };
  const select = { id: true, coalitionId: true, version: true };
  switch (subject) {
    case 'task':
      return tx.task.findMany({ where, select });
    case 'occurrence':
      return tx.occurrence.findMany({ where, select });
    case 'mirror': {
      const rows = await tx.occurrence.findMany({ where, select: { id: true, coalitionId: true, sequence: true } });
      return rows.map(({ sequence, ...row }) => ({ ...row, version: sequence }));
    }
    default:
      return subject satisfies never;
  }
}
