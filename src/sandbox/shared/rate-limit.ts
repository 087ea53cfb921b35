/** A limit: `burst` calls at once, then one every `every` milliseconds. */
export interface RateLimit {
  readonly burst: number;
  readonly every: number;
}

/** Counts calls by key in real time, as a platform does whatever clock its users live by. */
export interface RateLimiter {
  /** Milliseconds to wait before this call is taken; 0 takes it. */
  readonly take: (key: string, limit: RateLimit) => number;
}

export function createRateLimiter(clock: () => number = () => performance.now()): RateLimiter {
  /** By key, when everything taken so far is paid off (generic cell rate algorithm). */
  const paidOff = new Map<string, number>();
  return {
    take: (key, { burst, every }) => {
      const now = clock();
      const due = Math.max(paidOff.get(key) ?? now, now);
      const wait = due - now - (burst - 1) * every;
      if (wait > 0) return wait;
      paidOff.set(key, due + every);
      return 0;
    },
  };
}
