import { type Timing, upcoming } from './occurrences.ts';

/** How often something may come round at most: the least time between two occurrences, in milliseconds. */
const mostOften = { hourly: 60 * 60_000, daily: 24 * 60 * 60_000 } as const;

/** How many occurrences are looked at to find that out: a rule may name several hours of a day. */
const compared = 25;

/**
 * Whether something comes round more often than it may. What counts is the clock on the wall: from nine to nine is a
 * day even where clocks were put forward in between. Throws `RangeError` for a rule that cannot be read.
 */
export function isTooOften(timing: Timing, now: Date, most: keyof typeof mostOften): boolean {
  const walls = upcoming(timing, now, compared).map(({ wall }) => Date.parse(`${wall}Z`));
  return walls.some((wall, index) => index > 0 && wall - (walls[index - 1] ?? 0) < mostOften[most]);
}
