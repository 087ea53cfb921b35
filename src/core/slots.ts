/** A number of places, each for one piece of work at a time. */
export interface Slots {
  /** Does the work as soon as there is a place for it; those who came first go first. */
  readonly within: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves with a place, and how to leave it: for who keeps it longer than the work lasts. */
  readonly enter: () => Promise<() => void>;
}

/** So many places, all free at first. */
export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = count;

  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const enter = async () => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    return leave;
  };

  return {
    enter,
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
