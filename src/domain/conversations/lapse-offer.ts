import type { Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { tellMember } from '../audiences/tell.ts';
import { isComing } from './details.ts';
import { lockOccurrence, showOccurrence } from './lock-occurrence.ts';
import { endOfLine, passOn } from './seats.ts';

/**
 * A seat that was offered and not taken until its deadline goes to the next who waits, or to whoever says yes next.
 * Whoever let it pass is told and waits behind all others; that they did, the deadline tells that stays with them.
 */
export async function lapseOffer(tx: DbTx, { subjectId: id, coalitionId }: Schedule, now: Date): Promise<void> {
  const lapsed = { id, coalitionId, seat: 'offered', offeredUntil: { lte: now } } as const;
  const rsvp = await tx.rsvp.findFirst({ where: lapsed });
  if (!rsvp) return;
  const row = await lockOccurrence(tx, { id: rsvp.occurrenceId, coalitionId });
  if (!isComing(row, now)) return;
  const answeredAt = await endOfLine(tx, row.id, now);
  const { count } = await tx.rsvp.updateMany({ where: lapsed, data: { seat: 'waiting', answeredAt } });
  if (count === 0) return;
  await tellMember(tx, { coalitionId, subjectId: row.id, now }, 'conversation.lapsed', {}, rsvp);
  await passOn(tx, row, now);
  await showOccurrence(tx, row, now);
}
