import type { DbTx } from '../../store/scope.ts';
import { type CardSubject, cardLetters } from './cards.ts';
import { type LetterData, type LetterKind, letters } from './letters.ts';

/** What a delivery is about: a thing of a coalition, by its id, and since when it is due. */
export interface About {
  readonly coalitionId: string;
  readonly subjectId: string;
  readonly now: Date;
}

/** Tells every space of the coalition, or that one alone, in the transaction of the change. */
export async function announce<K extends LetterKind>(
  tx: DbTx,
  about: About,
  kind: K,
  data: LetterData<K>,
  spaceId: string | null = null,
): Promise<void> {
  const spaces = spaceId === null ? await findOpenSpaces(tx, about.coalitionId) : [spaceId];
  await enqueue(tx, about, kind, data, spaces);
}

/**
 * Has every card of a thing show it as it is by now, in the transaction of the change. A post or an edit that still
 * waits will show it anyway, so it is not joined by another. The rows that wait are touched to find out: that holds
 * back whoever wants to send one of them until this change can be seen.
 */
export async function refreshCards(tx: DbTx, subject: CardSubject, about: About): Promise<void> {
  const { coalitionId, subjectId } = about;
  const { post, edit } = cardLetters[subject];
  const waiting = await tx.delivery.updateManyAndReturn({
    where: { coalitionId, subjectId, letter: { in: [post, edit] }, status: 'pending' },
    data: { status: 'pending' },
    select: { spaceId: true, dueAt: true },
  });
  const soon = new Set(waiting.filter(({ dueAt }) => dueAt <= about.now).map(({ spaceId }) => spaceId));
  const others = (await findOpenSpaces(tx, coalitionId)).filter((spaceId) => !soon.has(spaceId));
  // Where many change a thing at once, an edit waits everywhere already.
  if (others.length === 0) return;
  const shown = await findSpacesWithCard(tx, subject, about);
  await enqueue(
    tx,
    about,
    edit,
    {},
    others.filter((spaceId) => shown.has(spaceId)),
  );
}

/** Where a card stands or is about to: one that is on its way may show its subject as it was. */
async function findSpacesWithCard(
  tx: DbTx,
  subject: CardSubject,
  { coalitionId, subjectId }: About,
): Promise<Set<string>> {
  const letter = cardLetters[subject].post;
  const posts = await tx.delivery.findMany({
    where: { coalitionId, subjectId, letter, status: { in: ['pending', 'leased'] } },
    select: { spaceId: true },
  });
  const where = { coalitionId, subject, subjectId, goneAt: null };
  const cards = await tx.card.findMany({ where, select: { spaceId: true } });
  return new Set([...posts, ...cards].map((row) => row.spaceId));
}

async function findOpenSpaces(tx: DbTx, coalitionId: string): Promise<string[]> {
  const spaces = await tx.space.findMany({
    where: { coalitionId, unlinkedAt: null, lostAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return spaces.map(({ id }) => id);
}

async function enqueue<K extends LetterKind>(
  tx: DbTx,
  { coalitionId, subjectId, now }: About,
  kind: K,
  data: LetterData<K>,
  spaceIds: readonly string[],
): Promise<void> {
  const row = { coalitionId, subjectId, letter: kind, data: letters[kind].parse(data), dueAt: now, createdAt: now };
  if (spaceIds.length > 0) await tx.delivery.createMany({ data: spaceIds.map((spaceId) => ({ ...row, spaceId })) });
}
