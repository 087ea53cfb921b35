import { createHash } from 'node:crypto';

/** Chance that can be had again: the same seed throws the same dice. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** Whether it happens, once in so many times. */
  readonly oneIn: (times: number) => boolean;
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T;
}

export function createChance(seed: string): Chance {
  let thrown = 0;
  /** At least 0, less than 1. */
  const next = () => {
    thrown += 1;
    return createHash('sha256').update(`${seed} ${thrown}`).digest().readUInt32BE() / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneIn: (times) => between(1, times) === 1,
    oneOf: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  };
}
