/** Counts calls against a limit. Moments are milliseconds, by any one clock. */
export interface Meter {
  readonly note: (now: number) => void;
  /**
   * Notes when the call that was noted at `begun` was answered. The platform counts from when a call arrives, so what
   * is counted from the answer on is never too early.
   */
  readonly answered: (begun: number, now: number) => void;
  /** How many calls can be made at once. */
  readonly room: (now: number) => number;
  /** Since when there is room, or from when on there will be. */
  readonly freeAt: () => number;
  /** Whether it is as if nothing had been called. */
  readonly isIdle: (now: number) => boolean;
}

/** `burst` calls at once, then one each `every` milliseconds: a bucket that fills by one with each call, and leaks. */
export function createBucket({ burst, every }: { readonly burst: number; readonly every: number }): Meter {
  let emptyAt = 0;
  return {
    note: (now) => {
      emptyAt = Math.max(emptyAt, now) + every;
    },
    answered: (begun, now) => {
      if (emptyAt === begun + every) emptyAt = now + every;
    },
    room: (now) => Math.min(burst, Math.max(0, Math.floor(burst - (emptyAt - now) / every))),
    freeAt: () => emptyAt - (burst - 1) * every,
    isIdle: (now) => emptyAt <= now,
  };
}

/** How much later than here a call may count at the platform, where its answer is not waited for, in milliseconds. */
const margin = 50;

/** So many `calls` in any `length` milliseconds, wherever these begin: each counts for so long, from its answer on. */
export function createRolling({ calls, length }: { readonly calls: number; readonly length: number }): Meter {
  /** When each of the latest calls counts no more, the soonest first. */
  let endings: readonly number[] = [];
  return {
    note: (now) => {
      endings = [...endings, now + length + margin].sort((a, b) => a - b).slice(-calls);
    },
    answered: (begun, now) => {
      const noted = begun + length + margin;
      endings = endings.map((end) => (end === noted ? now + length : end)).sort((a, b) => a - b);
    },
    room: (now) => calls - endings.filter((end) => end > now).length,
    freeAt: () => (endings.length < calls ? 0 : (endings[0] ?? 0)),
    isIdle: (now) => endings.every((end) => end <= now),
  };
}

/** What `first` has room for, and then what `second` has. */
export function createEither(first: Meter, second: Meter): Meter {
  return {
    note: (now) => (first.room(now) > 0 ? first : second).note(now),
    answered: () => {},
    room: (now) => first.room(now) + second.room(now),
    freeAt: () => Math.min(first.freeAt(), second.freeAt()),
    isIdle: (now) => first.isIdle(now) && second.isIdle(now),
  };
}
