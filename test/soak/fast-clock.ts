import type { Clock } from '../../src/time/clock.ts';

/** What several processes must know to live in the same time. All in milliseconds. */
export interface Time {
  /** The moment of the machine's clock at which both clocks said the same. */
  readonly from: number;
  /** How many seconds pass in one of the machine's. */
  readonly rate: number;
  /** By how much it was set forward since. */
  readonly ahead: number;
}

/** A clock that runs faster than the machine's, so that nobody has to wait for the end of a lease. */
export interface FastClock extends Clock {
  readonly time: () => Time;
  readonly setAhead: (ahead: number) => void;
}

export function createFastClock({ from, rate, ahead: given }: Time): FastClock {
  let ahead = given;
  return {
    now: () => new Date(from + (Date.now() - from) * rate + ahead),
    time: () => ({ from, rate, ahead }),
    setAhead: (changed) => {
      ahead = changed;
    },
  };
}
