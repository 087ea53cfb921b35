/** A number of places, each for one piece of work at a time. */
export interface Slots {
  /** Does the work as soon as there is a place for it; those who came first go first. */
  readonly within: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = count;

  const enter = (): Promise<void> | void => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
  };
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return {
    within: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
