import type { DbTx } from '../../store/scope.ts';
import { lockConversations } from './lock-series.ts';
import type { OccurrenceRow } from './row.ts';
import { countFree } from './seats.ts';
import type { Saying } from './set-answers.ts';

/** Notes what a member answers to every occurrence of a series. Its conversation is locked. */
export async function setStandingAnswer(
  tx: DbTx,
  { conversationId, coalitionId }: OccurrenceRow,
  { memberId, ...said }: Saying,
  now: Date,
): Promise<void> {
  const data = { ...said, answeredAt: now };
  const known = { coalitionId, conversationId, memberId };
  const { count } = await tx.standingAnswer.updateMany({ where: { ...known, answer: { not: said.answer } }, data });
  if (count === 0 && (await tx.standingAnswer.count({ where: known })) === 0) {
    await tx.standingAnswer.create({ data: { ...known, ...data } });
  }
}

/**
 * Answers an occurrence of a series that was just planned for all who answered every one, who said so first first, in
 * the transaction that planned it. Who answered it already is left alone.
 */
export async function applyStandingAnswers(tx: DbTx, row: OccurrenceRow, now: Date): Promise<void> {
  const { id: occurrenceId, conversationId, coalitionId } = row;
  // Whoever says at this moment that they come to all either sees this occurrence or is seen here.
  await lockConversations(tx, [{ id: conversationId, coalitionId }]);
  const standing = await tx.standingAnswer.findMany({
    where: { coalitionId, conversationId, member: { leftAt: null, rsvps: { none: { occurrenceId } } } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  });
  let free = (await countFree(tx, [row])).get(occurrenceId) ?? 0;
  const seatOf = (answer: string) => {
    if (answer !== 'yes') return null;
    free -= 1;
    return free >= 0 ? 'taken' : 'waiting';
  };
  const rows = standing.map(({ memberId, spaceId, answer }, index) => ({
    ...({ coalitionId, occurrenceId, memberId, spaceId, answer, seat: seatOf(answer) } as const),
    // One after the other, as they said it.
    answeredAt: new Date(now.getTime() + index),
  }));
  if (rows.length > 0) await tx.rsvp.createMany({ data: rows });
}
