import { randomInt } from 'node:crypto';

/** How a soak is to be run, as `run.ts` was told. The seed makes the same moments and the same faults. */
export const short = process.env.SOAK_LENGTH === 'short';
export const seed = Number(process.env.SOAK_SEED ?? randomInt(1_000_000));
