/**
 * How often a delivery is tried, as data: the wait after the first, second, … failure, in milliseconds. After the last
 * it has failed for good.
 */
export const retryWaits: readonly number[] = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000];

/** When to try again after `attempts` tries; null where it is not tried again. `asked` is what the platform wants. */
export function nextAttempt(now: Date, attempts: number, asked = 0): Date | null {
  const wait = retryWaits[attempts - 1];
  return wait === undefined ? null : new Date(now.getTime() + Math.max(wait, asked));
}
