import type { Delivery, Prisma } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { OccurrenceDetails } from './details.ts';
import { loadDetail } from './load.ts';

type OfSeries = Pick<Delivery, 'coalitionId' | 'subjectId'>;

/** Of the conversation that a delivery is about, the last time that was not called off; null where there is none. */
export function loadLastPlanned(db: Db, delivery: OfSeries): Promise<OccurrenceDetails | null> {
  return loadOne(db, delivery, { not: 'cancelled' }, [{ startsAt: 'desc' }]);
}

/** Of the times of it that were called off together and last, the one that was next; null where there is none. */
export function loadFirstCalledOff(db: Db, delivery: OfSeries): Promise<OccurrenceDetails | null> {
  return loadOne(db, delivery, 'cancelled', [{ changedAt: 'desc' }, { startsAt: 'asc' }]);
}

async function loadOne(
  db: Db,
  { coalitionId, subjectId: conversationId }: OfSeries,
  state: 'cancelled' | { readonly not: 'cancelled' },
  orderBy: Prisma.OccurrenceOrderByWithRelationInput[],
): Promise<OccurrenceDetails | null> {
  const row = await db.occurrence.findFirst({
    where: { coalitionId, conversationId, state },
    orderBy,
    include: { conversation: true },
  });
  return row && loadDetail(db, row);
}
