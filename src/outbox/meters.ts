/** Counts calls against a limit. Moments are milliseconds, by any one clock. */
export interface Meter {
  readonly note: (now: number) => void;
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
    room: (now) => Math.min(burst, Math.max(0, Math.floor(burst - (emptyAt - now) / every))),
    freeAt: () => emptyAt - (burst - 1) * every,
    isIdle: (now) => emptyAt <= now,
  };
}

/** How much later a window may open at the platform than here, for the way that a call takes, in milliseconds. */
const margin = 50;

/** So many `calls` from the first of them until `length` milliseconds later; then as many again. */
export function createWindow({ calls, length }: { readonly calls: number; readonly length: number }): Meter {
  let used = 0;
  let endsAt = 0;
  return {
    note: (now) => {
      if (now >= endsAt) {
        used = 0;
        endsAt = now + length + margin;
      }
      used += 1;
    },
    room: (now) => (now >= endsAt ? calls : Math.max(0, calls - used)),
    freeAt: () => (used < calls ? 0 : endsAt),
    isIdle: (now) => endsAt <= now,
  };
}

/** So many `calls` in any `length` milliseconds, wherever these begin. */
export function createRolling({ calls, length }: { readonly calls: number; readonly length: number }): Meter {
  /** When each of the latest calls counts no more, the oldest first. */
  let endings: readonly number[] = [];
  return {
    note: (now) => {
      endings = [...endings, now + length + margin].slice(-calls);
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
    room: (now) => first.room(now) + second.room(now),
    freeAt: () => Math.min(first.freeAt(), second.freeAt()),
    isIdle: (now) => first.isIdle(now) && second.isIdle(now),
  };
}
