import type { Delivery, Rsvp } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';

/** What the recipient of a delivery about an occurrence has answered to it by now; null where they have not. */
export async function loadSeatOfRecipient(
  db: Db,
  { coalitionId, recipientId, subjectId: occurrenceId }: Pick<Delivery, 'coalitionId' | 'recipientId' | 'subjectId'>,
): Promise<Pick<Rsvp, 'seat' | 'offeredUntil'> | null> {
  if (recipientId === null) return null;
  return db.rsvp.findFirst({
    where: { coalitionId, occurrenceId, memberId: recipientId },
    select: { seat: true, offeredUntil: true },
  });
}
