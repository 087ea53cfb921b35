import type { Card, Delivery } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import type { LetterKind } from './letters.ts';

/** What has a card, and the letters by which it is posted and kept true. */
export const cardLetters = {
  task: { post: 'task.card.post', edit: 'task.card.edit' },
  occurrence: { post: 'conversation.card.post', edit: 'conversation.card.edit' },
  // What stands in a platform's own calendar: put there or changed, whichever it needs.
  mirror: { post: 'conversation.mirror', edit: 'conversation.mirror' },
} as const satisfies Readonly<Record<string, { readonly post: LetterKind; readonly edit: LetterKind }>>;

/** A kind of thing that has a card. */
export type CardSubject = keyof typeof cardLetters;

const subjects = Object.keys(cardLetters) as CardSubject[];

/** Of which kind of thing a letter posts or edits the card; null where it does neither. */
export function findCardSubject({ letter }: Pick<Delivery, 'letter'>): CardSubject | null {
  return subjects.find((subject) => Object.values<string>(cardLetters[subject]).includes(letter)) ?? null;
}

/** Whether a letter edits a card: what may have been done before is simply done again. */
export function isCardEdit({ letter }: Pick<Delivery, 'letter'>): boolean {
  return subjects.some((subject) => cardLetters[subject].edit === letter);
}

/** Where a card was posted or edited, and which version of its subject it shows. */
export interface Shown {
  readonly messageId: string;
  readonly version: number;
}

type OfCard = Pick<Delivery, 'coalitionId' | 'spaceId' | 'subjectId' | 'letter'>;

/** The card that a delivery is about, in its space; null where there is none or it is gone. */
export async function findCard(db: DbTx, delivery: OfCard): Promise<Card | null> {
  const { coalitionId, spaceId, subjectId } = delivery;
  const subject = findCardSubject(delivery);
  if (!subject) return null;
  return db.card.findUnique({
    where: { spaceId_subject_subjectId: { spaceId, subject, subjectId }, coalitionId, goneAt: null },
  });
}

/** Which of these things have a card somewhere, or are about to have one, by their ids. */
export async function findWithCard(
  tx: DbTx,
  subject: CardSubject,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjectIds.length === 0) return new Set();
  const of = { subjectId: { in: [...subjectIds] } };
  const select = { subjectId: true } as const;
  const cards = await tx.card.findMany({ where: { ...of, subject, goneAt: null }, select });
  const posts = await tx.delivery.findMany({
    where: { ...of, letter: cardLetters[subject].post, status: { in: ['pending', 'leased'] } },
    select,
  });
  return new Set([...cards, ...posts].map(({ subjectId }) => subjectId));
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
      spaceId: { in: cards.map(({ of }) => of.spaceId) },
      subjectId: { in: cards.map(({ of }) => of.subjectId) },
    },
    select: { id: true, spaceId: true, subject: true, subjectId: true },
  });
  const ids = new Map(known.map(({ id, ...place }) => [toKey(place), id]));
  const rows = cards.flatMap(({ of, shown }) => toRow(of, shown) ?? []);
  const idOf = (row: CardRow) => ids.get(toKey(row));
  await db.card.createMany({ data: rows.filter((row) => idOf(row) === undefined) });
  for (const row of rows) {
    const id = idOf(row);
    const { messageId, version } = row;
    if (id) await db.card.update({ where: { id }, data: { messageId, version, goneAt: null } });
  }
}

type CardRow = Omit<Card, 'id' | 'goneAt'>;

function toRow(of: OfCard, { messageId, version }: Shown): CardRow | null {
  const subject = findCardSubject(of);
  const { coalitionId, spaceId, subjectId } = of;
  return subject && { coalitionId, spaceId, subject, subjectId, messageId, version };
}

function toKey({ spaceId, subject, subjectId }: Pick<Card, 'spaceId' | 'subject' | 'subjectId'>): string {
  return `${spaceId} ${subject} ${subjectId}`;
}

/** Notes that a card was deleted on the platform: it is edited no more. */
export async function markCardGone(db: DbTx, { id }: Pick<Card, 'id'>, now: Date): Promise<void> {
  await db.card.updateMany({ where: { id, goneAt: null }, data: { goneAt: now } });
}
