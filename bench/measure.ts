import { setTimeout as rest } from 'node:timers/promises';

/** How long each part of one round trip took, by the part's name, in milliseconds. */
type Laps = Readonly<Record<string, number>>;

/** Somebody who does the same thing again and again. */
export interface Contestant {
  readonly platform: string;
  /** Against this one the others of its platform are compared. */
  readonly bare: boolean;
  readonly run: (round: number) => Promise<Laps>;
}

/** What was measured of one part. */
export interface Row {
  readonly platform: string;
  readonly bare: boolean;
  readonly name: string;
  /** Sorted. */
  readonly times: readonly number[];
}

/**
 * Between two round trips, in milliseconds: what the last one left to be done gets done, so that it is not charged to
 * the next, and discord.js does not come near its own limit of 50 posts a second.
 */
const pause = 10;

/** All contestants, one after the other, round after round: what slows the machine down meets them all. */
export async function measure(
  contestants: readonly Contestant[],
  { warmUp, samples }: { warmUp: number; samples: number },
): Promise<readonly Row[]> {
  const rows = new Map<string, { row: Row; times: number[] }>();
  for (let round = 0; round < warmUp + samples; round += 1) {
    for (const { platform, bare, run } of contestants) {
      const laps = await run(round);
      await rest(pause);
      if (round < warmUp) continue;
      for (const [name, time] of Object.entries(laps)) {
        const times = rows.get(`${platform} ${name}`)?.times ?? [];
        rows.set(`${platform} ${name}`, { row: { platform, bare, name, times }, times });
        times.push(time);
      }
    }
  }
  return [...rows.values()].map(({ row, times }) => ({ ...row, times: times.sort((a, b) => a - b) }));
}

/** The smallest time that this share of all does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle of unsorted figures. */
export function median(figures: readonly number[]): number {
  return quantile(
    figures.toSorted((a, b) => a - b),
    0.5,
  );
}
