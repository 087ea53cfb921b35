/**
 * How often a delivery is tried, as data: the wait after the first, second, … failure, in milliseconds. So a
 * platform may be down for most of a day; after the last try the delivery has failed for good.
 */
export const retryWaits: readonly number[] = [
  ...[1_000, 5_000, 30_000],
  ...[2, 10].map((minutes) => minutes * 60_000),
  ...[1, 3, 6, 12].map((hours) => hours * 3_600_000),
];

/**
 * When to try again after `attempts` tries; null where it is not tried again. A platform that says how long it is to be
 * left alone (`asked`, in milliseconds) has not failed: it is tried again right then, however often that was so.
 */
export function nextAttempt(now: Date, attempts: number, asked = 0): Date | null {
  const wait = asked > 0 ? Math.max(asked, leastWait) : retryWaits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

const leastWait = 1_000;
