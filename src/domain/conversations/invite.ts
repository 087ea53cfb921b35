import type { DbTx } from '../../store/scope.ts';
import { tellMember } from '../audiences/tell.ts';
import type { Acting } from '../people/acting.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * Of a one-to-one: whoever calls it comes to all of its times, and at each the other seat is held for the one it is with
 * until it begins. They are told of the first.
 */
export async function invitePartner(
  tx: DbTx,
  { member, now }: Acting,
  rows: readonly OccurrenceRow[],
  partnerId: string,
): Promise<void> {
  await tx.rsvp.createMany({
    data: rows.flatMap(({ id: occurrenceId, coalitionId, startsAt, conversation: { spaceId } }) => {
      const shared = { coalitionId, occurrenceId, answer: 'yes', answeredAt: now, spaceId } as const;
      return [
        { ...shared, memberId: member.id, seat: 'taken' as const },
        { ...shared, memberId: partnerId, seat: 'offered' as const, offeredUntil: startsAt },
      ];
    }),
  });
  const [first] = rows;
  if (first && first.conversation.rule !== null) await comeToAll(tx, member.id, first, now);
  await ask(tx, rows, { memberId: partnerId, byId: member.id, as: 'partner' }, now);
}

/** Who calls a series for two comes to those of its times, too, that are yet to be planned. */
async function comeToAll(
  tx: DbTx,
  memberId: string,
  { coalitionId, conversationId, conversation: { spaceId } }: OccurrenceRow,
  now: Date,
): Promise<void> {
  await tx.standingAnswer.create({
    data: { coalitionId, conversationId, memberId, answer: 'yes', answeredAt: now, spaceId },
  });
}

/** Who is to lead a conversation without having called it is told so. */
export async function inviteFacilitator(
  tx: DbTx,
  { member, now }: Acting,
  rows: readonly OccurrenceRow[],
  facilitatorId: string,
): Promise<void> {
  await ask(tx, rows, { memberId: facilitatorId, byId: member.id, as: 'facilitator' }, now);
}

interface Asked {
  readonly memberId: string;
  readonly byId: string;
  readonly as: 'partner' | 'facilitator';
}

async function ask(tx: DbTx, [first]: readonly OccurrenceRow[], { memberId, byId, as }: Asked, now: Date) {
  if (!first) return;
  const about = { coalitionId: first.coalitionId, subjectId: first.id, now };
  const { spaceId } = first.conversation;
  await tellMember(tx, about, 'conversation.asked', { byId, as }, { memberId, spaceId });
}
