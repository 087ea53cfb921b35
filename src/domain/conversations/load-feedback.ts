import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Outcome } from './details.ts';

/** How many came, by all that is on record, and how many of them found it worth it. */
export type FeedbackCounts = Pick<Outcome, 'came' | 'worth' | 'notWorth'>;

/** What is on record of who came to the occurrence that a delivery is about, closed or not; null where nothing is. */
export async function loadFeedback(
  db: Db,
  { coalitionId, subjectId: occurrenceId }: Pick<Delivery, 'coalitionId' | 'subjectId'>,
): Promise<FeedbackCounts | null> {
  const groups = await db.attendance.groupBy({
    by: ['worth'],
    where: { coalitionId, occurrenceId, came: true },
    _count: true,
  });
  const count = (fits: (worth: boolean | null) => boolean) =>
    groups.filter(({ worth }) => fits(worth)).reduce((sum, { _count }) => sum + _count, 0);
  if (groups.length === 0) return null;
  return {
    came: count(() => true),
    worth: count((worth) => worth === true),
    notWorth: count((worth) => worth === false),
  };
}
