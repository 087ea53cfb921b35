import type { DbTx } from '../../store/scope.ts';
import { announce } from '../deliveries/announce.ts';
import type { OccurrenceRow } from './row.ts';
import { onlySpace } from './schedule-occurrences.ts';

const letter = 'conversation.summary';

/**
 * When the spaces hear what came of an occurrence, in the transaction that closed it for the first time: when that is
 * planned, or where it is too late for that at once (null).
 */
export async function tellSummary(tx: DbTx, row: OccurrenceRow, now: Date): Promise<Date | null> {
  const { id: subjectId, coalitionId, conversation } = row;
  const planned = await tx.schedule.findFirst({
    where: { coalitionId, subject: 'occurrence', subjectId, letter, nextAt: { not: null } },
    select: { nextAt: true },
  });
  if (planned?.nextAt) return planned.nextAt > now ? planned.nextAt : null;
  const waiting = { coalitionId, subjectId, letter, status: { in: ['pending' as const, 'leased' as const] } };
  if ((await tx.delivery.count({ where: waiting })) === 0) {
    await announce(tx, { coalitionId, subjectId, now }, letter, {}, onlySpace(conversation));
  }
  return null;
}
