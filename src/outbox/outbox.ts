import { setTimeout as delay } from 'node:timers/promises';
import { within } from '../core/patience.ts';
import { type ClaimedDelivery, claimDeliveries, nextDue } from '../domain/deliveries/claim.ts';
import { findWaiting } from '../domain/deliveries/waiting.ts';
import { leadMs, sayInOrder } from './lane.ts';
import { createLoad } from './load.ts';
import { createOthers } from './others.ts';
import type { OutboxParts } from './parts.ts';
import { createReach } from './reach.ts';
import { toSlotted } from './slotted.ts';
import { createWatch } from './watch.ts';

/** Carries what is to be said to the platforms, as soon as it is due. */
export interface Outbox {
  /** Begins, once the platforms are there to carry to. */
  readonly start: () => void;
  /** Says that something may have become due: called after each change. */
  readonly wake: () => void;
  /** Resolves when nothing that is due is left to say, or after so many milliseconds. */
  readonly rest: (patience: number) => Promise<void>;
  /** Takes no more and finishes what it holds; what a slow platform does not take in time is found in doubt later. */
  readonly stop: () => Promise<void>;
}

/** How many calls to one platform are under way at once. */
const concurrency = 20;
/** How long a process may work on what it took, in milliseconds; far longer than any platform takes to answer. */
const leaseMs = 60_000;
/** What is due so soon is taken along, and waits for its moment in memory, in milliseconds. */
const aheadMs = 250;
/** How many of one space are taken at once: it hears them one after the other. */
const perSpace = 10;
/** How often a process looks for what others left undone, in milliseconds. What it causes itself, it is woken for. */
const lookEvery = 2_000;
/**
 * How long the store is left alone after it had no more to take, in milliseconds: what comes free meanwhile is taken
 * together. Less than the lead, so that what was looked ahead for is still in time.
 */
const breathMs = 100;
/** How long stopping waits for what is under way, in milliseconds. */
const lastPatience = 2_000;

/** Rows are leased, so any number of processes may share one store. */
export function createOutbox(given: OutboxParts): Outbox {
  const parts = { ...given, platforms: given.platforms.map((platform) => toSlotted(platform, concurrency)) };
  const { clock, pace, worker, log } = parts;
  const { db } = parts.store;
  const names = parts.platforms.map(({ name }) => name);
  const reach = createReach();
  const load = createLoad();
  const others = createOthers(parts);
  const underWay = new Set<Promise<void>>();
  /** Where this process is at work: also where its clock was set forward, and its leases seem to have ended. */
  const spacesInHand = new Set<string>();
  /** When the store had no more to take, by `performance.now()`, and how often it was changed from elsewhere. */
  let emptyAt = Number.NEGATIVE_INFINITY;
  let changes = 0;
  let running = false;

  const watch = createWatch(async () => {
    try {
      while (running && (await takeSome()));
      return performance.now() + (await untilNextLook());
    } catch (err) {
      log.error({ err }, 'the outbox could not read the store');
      return performance.now() + lookEvery;
    }
  });

  const wake = () => {
    changes += 1;
    watch.lookBy(performance.now());
  };

  /** Takes for the platforms that have little in hand; whether there may be more. */
  const takeSome = async (): Promise<boolean> => {
    const platforms = names.filter(hasRoom);
    if (platforms.length === 0) return false;
    const limit = Math.ceil(reach.size() / 2);
    const soon = Date.now() + leadMs;
    const taken = await claimDeliveries(db, {
      ...{ now: clock.now(), limit, leaseMs, worker, leadMs, aheadMs, platforms },
      perSpace: (spaceId) => Math.min(perSpace, pace.share(spaceId, soon)),
      perCoalition: Math.ceil(limit / 2),
      waiting: pace.waiting(soon),
      exceptSpaces: [...spacesInHand],
      exceptCoalitions: load.coalitionsWith(limit),
    });
    await others.learn(taken);
    if (taken.length >= limit / 2) reach.noteFull(performance.now());
    for (const [spaceId, lane] of Map.groupBy(taken, (delivery) => delivery.spaceId)) begin(spaceId, lane);
    if (taken.length > 1) return true;
    emptyAt = performance.now();
    return false;
  };

  const hasRoom = (platform: (typeof names)[number]) => load.of(platform) <= reach.size() / 2;

  const begin = (spaceId: string, lane: readonly ClaimedDelivery[]) => {
    spacesInHand.add(spaceId);
    for (const delivery of lane) load.add(delivery);
    const changesBefore = changes;
    const work = sayInOrder(parts, lane, { isRunning: () => running, done: load.remove }).finally(() => {
      underWay.delete(work);
      spacesInHand.delete(spaceId);
      const unchanged = changes === changesBefore;
      if (names.some(hasRoom)) watch.lookBy(unchanged ? emptyAt + breathMs : performance.now());
    });
    underWay.add(work);
  };

  const untilNextLook = async (): Promise<number> => {
    // What comes free wakes it.
    if (!names.some(hasRoom)) return lookEvery;
    const now = clock.now();
    const due = await nextDue(db, now, leadMs);
    const untilDue = due ? [due.getTime() - now.getTime()] : [];
    const soon = Date.now() + leadMs;
    const untilFree = pace.endings(soon).map((at) => at - soon);
    return Math.max(breathMs, Math.min(lookEvery, ...untilDue, ...untilFree));
  };

  const finish = async () => {
    await watch.stop();
    await Promise.all(underWay);
  };

  const rest = async (patience: number) => {
    const end = performance.now() + patience;
    while (running && performance.now() < end) {
      wake();
      await watch.rest();
      await Promise.all(underWay);
      const now = clock.now();
      if (underWay.size === 0 && (await findWaiting(db, now)).due === 0) return;
      const untilFree = pace.endings(Date.now()).map((at) => at - Date.now());
      await delay(Math.max(5, Math.min(50, ...untilFree)));
    }
  };

  return {
    start: () => {
      running = true;
      watch.start();
    },
    wake,
    rest,
    stop: async () => {
      running = false;
      await within(finish(), lastPatience);
    },
  };
}
