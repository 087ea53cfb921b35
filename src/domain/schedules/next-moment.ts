import type { Db } from '../../store/scope.ts';

/** When the next occurrence of any schedule comes; null where none is to come. */
export async function findNextOccurrence(db: Db): Promise<Date | null> {
  const { _min: first } = await db.schedule.aggregate({ _min: { nextAt: true } });
  return first.nextAt;
}
