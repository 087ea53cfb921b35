/** Which of the processes this is that speak for one bot together. */
export interface Part {
  /** How many there are, this one counted. */
  readonly processes: number;
  /** Which of them it is, from 0; no two are the same one. */
  readonly place: number;
}

/**
 * Tells the part of this process as it is now; asked for before each call that counts. Resolves no sooner than this
 * process may make calls. Never rejects.
 */
export type FindPart = () => Promise<Part>;

/** Where no other process speaks for the bot. */
export const alone: FindPart = async () => ({ processes: 1, place: 0 });

/** How many of so many calls are this process's: all parts together are all calls, as long as each has at least one. */
export function partOf(calls: number, { processes, place }: Part): number {
  const left = calls % processes;
  return Math.max(1, Math.floor(calls / processes) + (place < left ? 1 : 0));
}
