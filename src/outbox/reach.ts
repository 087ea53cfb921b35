/** How many deliveries a process takes in hand for a platform at once. */
export interface Reach {
  readonly size: () => number;
  /** Notes that as much was taken as could be, at that moment in milliseconds. */
  readonly noteFull: (now: number) => void;
}

/** Enough to keep all calls to a platform under way. */
const least = 40;
const most = 800;

/** What was taken at once should be said within about so long, in milliseconds. */
const soon = 250;
const late = 1_000;

/**
 * Grows where what was taken is gone in no time, and shrinks where it lasts: so a fast platform is never waited for,
 * and with a slow one little is in hand that nobody else can take, that grows old, or that a crash would leave behind.
 */
export function createReach(): Reach {
  let size = least;
  let lastFull = Number.NEGATIVE_INFINITY;
  return {
    size: () => size,
    noteFull: (now) => {
      const lasted = now - lastFull;
      if (lasted < soon) size = Math.min(most, size * 2);
      if (lasted > late) size = Math.max(least, size / 2);
      lastFull = now;
    },
  };
}
