/** A limit: `burst` calls at once, then one every `every` milliseconds; or so many `calls` in any `window` of them. */
export type RateLimit =
  | { readonly burst: number; readonly every: number }
  | { readonly calls: number; readonly window: number };

/** Counts calls by key in real time, as a platform does whatever clock its users live by. */
export interface RateLimiter {
  /** Milliseconds to wait before this call is taken; 0 takes it. */
  readonly take: (key: string, limit: RateLimit) => number;
}

export function createRateLimiter(clock: () => number = () => performance.now()): RateLimiter {
  /** By key, when calls were taken that may still count, the oldest first. */
  const taken = new Map<string, readonly number[]>();
  /** By key, when everything taken so far is paid off (generic cell rate algorithm). */
  const paidOff = new Map<string, number>();

  function takeOfWindow(key: string, { calls, window }: Extract<RateLimit, { window: number }>): number {
    const now = clock();
    const counting = (taken.get(key) ?? []).filter((at) => at + window > now);
    const oldest = counting[0];
    if (oldest !== undefined && counting.length >= calls) return oldest + window - now;
    taken.set(key, [...counting, now]);
    return 0;
  }

  function takeOfBurst(key: string, { burst, every }: Extract<RateLimit, { burst: number }>): number {
    const now = clock();
    const due = Math.max(paidOff.get(key) ?? now, now);
    const wait = due - now - (burst - 1) * every;
    if (wait > 0) return wait;
    paidOff.set(key, due + every);
    return 0;
  }

  return { take: (key, limit) => ('window' in limit ? takeOfWindow(key, limit) : takeOfBurst(key, limit)) };
}
