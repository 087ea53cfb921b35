/** Lets work about the same thing, which goes by a key, take turns, in the order in which it came; the rest goes on meanwhile. */
export type TakeTurns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Nothing is under way yet. */
export function createTurns(): TakeTurns {
  const last = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = last.get(key);
    const { promise: over, resolve: leave } = Promise.withResolvers<void>();
    last.set(key, over);
    try {
      await before;
      return await work();
    } finally {
      if (last.get(key) === over) last.delete(key);
      leave();
    }
  };
}
