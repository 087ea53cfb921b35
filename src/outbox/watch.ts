/** Looks again and again, one look after the other. Moments are those of `performance.now()`. */
export interface Watch {
  readonly start: () => void;
  /** Has it look no later than at that moment; a look under way began too early to count. */
  readonly lookBy: (moment: number) => void;
  /** Resolves when no look is under way. */
  readonly rest: () => Promise<void>;
  /** Begins no more looks; resolves when the last one is over. */
  readonly stop: () => Promise<void>;
}

/** `look` tells by when to look again and never rejects. */
export function createWatch(look: () => Promise<number>): Watch {
  let running = false;
  let nextAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;

  const lookBy = (moment: number) => {
    nextAt = Math.min(nextAt, moment);
    if (!running || looking) return;
    clearTimeout(timer);
    const wait = nextAt - performance.now();
    if (wait > 0) timer = setTimeout(begin, Math.ceil(wait)).unref();
    else begin();
  };

  const begin = () => {
    nextAt = Number.POSITIVE_INFINITY;
    looking = look().then((next) => {
      looking = null;
      lookBy(next);
    });
  };

  const rest = async () => {
    await looking;
  };

  return {
    start: () => {
      running = true;
      lookBy(performance.now());
    },
    lookBy,
    rest,
    stop: () => {
      running = false;
      clearTimeout(timer);
      return rest();
    },
  };
}
