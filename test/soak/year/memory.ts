import { setImmediate as turn } from 'node:timers/promises';

/** What a process holds when nothing is left to collect, in megabytes. */
export interface Memory {
  /** Objects of JavaScript, and what they hold outside of its heap. */
  readonly heap: number;
  /** All that the machine gave it. */
  readonly resident: number;
}

/**
 * After all was collected that can be, for which Node must have been started with `--expose-gc`. Some objects need a turn
 * of the event loop and another collection until they are gone.
 */
export async function measureMemory(): Promise<Memory> {
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await turn();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: toMegabytes(heapUsed + external), resident: toMegabytes(rss) };
}

function toMegabytes(bytes: number): number {
  return bytes / 1024 ** 2;
}

/** By how much values grow from one to the next, by the line that fits them best. */
export function slopeOf(values: readonly number[]): number {
  const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const middle = (values.length - 1) / 2;
  const mean = meanOf(values);
  const spread = values.map((_, index) => (index - middle) ** 2);
  return meanOf(values.map((value, index) => (index - middle) * (value - mean))) / meanOf(spread);
}
