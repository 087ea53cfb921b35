import type { ScopedTx } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';
import { lockOccurrence } from './lock-occurrence.ts';
import { lockConversations } from './lock-series.ts';
import { endOffers } from './offer.ts';
import { fillSeats } from './seats.ts';
import { showOccurrences } from './show-occurrences.ts';

/**
 * A member who leaves comes to nothing any more: their seats go to those who wait, and they wait for none. What is over
 * stays on record.
 */
export async function releaseAnswers(tx: ScopedTx, { coalition, member, now }: Acting): Promise<void> {
  const { id: memberId } = member;
  const standing = await tx.standingAnswer.findMany({ where: { memberId }, select: { conversationId: true } });
  const coming = { memberId, occurrence: { state: 'planned', endsAt: { gt: now } } } as const;
  const answered = await tx.rsvp.findMany({ where: coming, select: { occurrence: true } });
  const ids = [...standing, ...answered.map(({ occurrence }) => occurrence)].map((each) => each.conversationId);
  await lockConversations(
    tx,
    ids.map((id) => ({ id, coalitionId: coalition.id })),
  );
  await tx.standingAnswer.deleteMany({ where: { memberId } });
  const rows = [];
  for (const { occurrenceId } of await tx.rsvp.findMany({ where: coming, orderBy: { occurrenceId: 'asc' } })) {
    const row = await lockOccurrence(tx, { id: occurrenceId, coalitionId: coalition.id });
    // As it is now that nobody else changes it.
    const [rsvp] = await tx.rsvp.findMany({ where: { occurrenceId, memberId } });
    if (!rsvp) continue;
    await tx.rsvp.deleteMany({ where: { id: rsvp.id } });
    if (rsvp.seat === 'offered') await endOffers(tx, [rsvp]);
    if (rsvp.seat === 'offered' || rsvp.seat === 'taken') await fillSeats(tx, row, now);
    rows.push(row);
  }
  await showOccurrences(tx, rows, now);
}
