/** Tells what time it is. Everything that depends on the time of day asks one of these. */
export interface Clock {
  readonly now: () => Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that can be set, for the sandbox and the tests. It runs on from where it was set. */
export interface AdjustableClock extends Clock {
  /** Whether it differs from the clock beneath it. */
  readonly moved: () => boolean;
  readonly moveTo: (at: Date) => void;
  /** Back to the time of the machine. */
  readonly reset: () => void;
}

/** An adjustable clock, which starts as the clock beneath it. */
export function createAdjustableClock(beneath: Clock = systemClock): AdjustableClock {
  let ahead = 0;
  return {
    now: () => new Date(beneath.now().getTime() + ahead),
    moved: () => ahead !== 0,
    moveTo: (at) => {
      ahead = at.getTime() - beneath.now().getTime();
    },
    reset: () => {
      ahead = 0;
    },
  };
}
