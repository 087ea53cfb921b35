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

/** A card as it was just posted or edited. */
export interface ShownCard {
  readonly of: OfCard;
  readonly shown: Shown;
}

/** Notes where cards stand and what they show. */
export async function rememberCards(db: DbTx, cards: readonly ShownCard[]): Promise<void> {
  const known = await db.card.findMany({
    where: {
      subject,
      spaceId: { in: cards.map(({ of }) => of.spaceId) },
      subjectId: { in: cards.map(({ of }) => of.subjectId) },
    },
    select: { id: true, spaceId: true, subjectId: true },
  });
  const ids = new Map(known.map(({ id, spaceId, subjectId }) => [`${spaceId} ${subjectId}`, id]));
  const idOf = ({ of }: ShownCard) => ids.get(`${of.spaceId} ${of.subjectId}`);
  const fresh = cards.filter((card) => idOf(card) === undefined);
  await db.card.createMany({
    data: fresh.map(({ of: { coalitionId, spaceId, subjectId }, shown: { messageId, version } }) => {
      return { coalitionId, spaceId, subject, subjectId, messageId, version };
    }),
  });
  for (const card of cards) {
    const id = idOf(card);
    const { messageId, version } = card.shown;
    if (id) await db.card.update({ where: { id }, data: { messageId, version, goneAt: null } });
  }
}

/** Notes that a card was deleted on the platform: it is edited no more. */
export async function markCardGone(db: DbTx, { id }: Pick<Card, 'id'>, now: Date): Promise<void> {
  await db.card.updateMany({ where: { id, goneAt: null }, data: { goneAt: now } });
}
