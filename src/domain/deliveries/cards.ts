import type { Card, Delivery } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';

/** Where a card was posted or edited, and which version of its subject it shows. */
export interface Shown {
  readonly messageId: string;
  readonly version: number;
}

type OfCard = Pick<Delivery, 'coalitionId' | 'spaceId' | 'subjectId'>;

const subject = 'task';

/** The card that a delivery is about, in its space; null where there is none or it is gone. */
export function findCard(db: DbTx, { coalitionId, spaceId, subjectId }: OfCard): Promise<Card | null> {
  return db.card.findUnique({
    where: { spaceId_subject_subjectId: { spaceId, subject, subjectId }, coalitionId, goneAt: null },
  });
}

/** Notes where the card of a delivery stands and what it shows. */
export async function rememberCard(db: DbTx, { coalitionId, spaceId, subjectId }: OfCard, shown: Shown): Promise<void> {
  const { messageId, version } = shown;
  await db.card.upsert({
    where: { spaceId_subject_subjectId: { spaceId, subject, subjectId } },
    create: { coalitionId, spaceId, subject, subjectId, messageId, version },
    update: { messageId, version, goneAt: null },
  });
}

/** Notes that a card was deleted on the platform: it is edited no more. */
export async function markCardGone(db: DbTx, { id }: Pick<Card, 'id'>, now: Date): Promise<void> {
  await db.card.updateMany({ where: { id, goneAt: null }, data: { goneAt: now } });
}
