import { schedule } from 'node-cron';
import type { Log } from '../core/ports.ts';
import { sweepInvocations } from '../domain/invocations/seen.ts';
import type { Store } from '../store/open.ts';
import type { Clock } from '../time/clock.ts';
import { tick } from './tick.ts';

/** What wakes the tick; the composition root hands its parts over. */
export interface ClockworkParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Says that deliveries may have become due. */
  readonly wake: () => void;
}

/** Turns schedules into deliveries as time goes by. */
export interface Clockwork {
  /** Looks at once, as after the clock was moved; resolves when that is done. */
  readonly nudge: () => Promise<void>;
  /** Looks no more and finishes what it does. */
  readonly stop: () => Promise<void>;
}

const everyTenSeconds = '*/10 * * * * *';
const everyNight = '17 3 * * *';
/** Twice the time between two ticks, so that one of them may be lost without anybody hearing late. */
const lookAheadMs = 20_000;
const limit = 200;

/** Starts with a look at what came due while nobody looked. Nothing is kept in memory that a restart would lose. */
export function startClockwork({ store, clock, log, wake }: ClockworkParts): Clockwork {
  let looking: Promise<void> = Promise.resolve();

  const look = async () => {
    try {
      if ((await tick({ store, clock, log, lookAheadMs, limit })) > 0) wake();
    } catch (err) {
      log.error({ err }, 'the clockwork could not look at what is due');
    }
  };
  /** One look after the other: two at once would only race for the same rows. */
  const nudge = () => {
    looking = looking.then(look);
    return looking;
  };
  const sweep = () =>
    sweepInvocations(store.db, clock.now()).catch((err: unknown) => log.error({ err }, 'nothing was swept'));

  const options = { noOverlap: true, logger: toCronLogger(log) };
  const jobs = [schedule(everyTenSeconds, nudge, options), schedule(everyNight, sweep, options)];
  nudge();
  return {
    nudge,
    stop: async () => {
      for (const job of jobs) await job.destroy();
      await looking;
    },
  };
}

/** A tick that comes late or is left out does no harm: the next one finds the same and more. */
function toCronLogger(log: Log) {
  const tell = (message: unknown) => log.debug({ cron: String(message) }, 'a tick was late');
  return { info: tell, warn: tell, error: tell, debug: tell };
}
