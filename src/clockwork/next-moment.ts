import { nextDue } from '../domain/deliveries/claim.ts';
import { findNextOccurrence } from '../domain/schedules/next-moment.ts';
import type { Db } from '../store/scope.ts';

/** The next moment after `now` at which something falls due, be it said or done; null where there is none. */
export async function findNextMoment(db: Db, now: Date): Promise<Date | null> {
  const moments = await Promise.all([findNextOccurrence(db), nextDue(db, now)]);
  const coming = moments.filter((moment) => moment !== null && moment > now).map(Number);
  return coming.length > 0 ? new Date(Math.min(...coming)) : null;
}
