import { within } from '../core/patience.ts';
import { claimDeliveries, nextDue } from '../domain/deliveries/claim.ts';
import { deliver, type OutboxParts } from './deliver.ts';

/** Carries what is to be said to the platforms, as soon as it is due. */
export interface Outbox {
  /** Begins, once the platforms are there to carry to. */
  readonly start: () => void;
  /** Says that something may have become due: called after each change. */
  readonly wake: () => void;
  /** Takes no more and finishes what it holds; what a slow platform does not take in time is found in doubt later. */
  readonly stop: () => Promise<void>;
}

/** How many deliveries are under way at once, each to another space. */
const concurrency = 20;
/** How long a process may work on what it took, in milliseconds; far longer than any platform takes to answer. */
const leaseMs = 60_000;
/** How often a process looks for what others left undone, in milliseconds. What it causes itself, it is woken for. */
const lookEvery = 2_000;

/** How long stopping waits for what is under way, in milliseconds. */
const lastPatience = 2_000;

/** Rows are leased, so any number of processes may share one store. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { clock, pace, worker, log } = parts;
  const { db } = parts.store;
  const platforms = parts.platforms.map(({ name }) => name);
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let wokenMeanwhile = false;
  let running = false;

  const wake = () => {
    if (!running) return;
    if (looking) {
      wokenMeanwhile = true;
      return;
    }
    clearTimeout(timer);
    looking = look().finally(() => {
      looking = null;
      if (wokenMeanwhile) wake();
    });
  };

  const look = async () => {
    wokenMeanwhile = false;
    try {
      while (running && (await takeSome()));
      if (running) timer = setTimeout(wake, await nextLook()).unref();
    } catch (err) {
      log.error({ err }, 'the outbox could not read the store');
      if (running) timer = setTimeout(wake, lookEvery).unref();
    }
  };

  const takeSome = async (): Promise<boolean> => {
    const limit = concurrency - underWay.size;
    if (limit === 0) return false;
    const now = clock.now();
    const exceptSpaces = [...pace.waiting(Date.now()).keys()];
    const taken = await claimDeliveries(db, { now, limit, leaseMs, worker, exceptSpaces, platforms });
    for (const delivery of taken) {
      const work = deliver(parts, delivery).finally(() => {
        underWay.delete(work);
        wake();
      });
      underWay.add(work);
    }
    return taken.length > 0;
  };

  const nextLook = async (): Promise<number> => {
    const due = await nextDue(db, clock.now());
    const untilDue = due ? Math.max(0, due.getTime() - clock.now().getTime()) : lookEvery;
    const untilFree = [...pace.waiting(Date.now()).values()].map((at) => at - Date.now());
    return Math.max(1, Math.min(lookEvery, ...(untilDue > 0 ? [untilDue] : []), ...untilFree));
  };

  const finish = async () => {
    await looking;
    await Promise.all(underWay);
  };

  return {
    start: () => {
      running = true;
      wake();
    },
    wake,
    stop: async () => {
      running = false;
      clearTimeout(timer);
      await within(finish(), lastPatience);
    },
  };
}
