import { commands } from '../../../commands/index.ts';
import { createApp } from '../../../src/app/create-app.ts';
import { startClockwork } from '../../../src/clockwork/cron.ts';
import { findNextMoment } from '../../../src/clockwork/next-moment.ts';
import { passTime } from '../../../src/clockwork/pass-time.ts';
import type { Inbound, Log, Platform } from '../../../src/core/ports.ts';
import { findWaiting } from '../../../src/domain/deliveries/waiting.ts';
import { sweepInvocations } from '../../../src/domain/invocations/seen.ts';
import { createDoorkeeper } from '../../../src/doorkeeper.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createOutbox } from '../../../src/outbox/outbox.ts';
import type { Store } from '../../../src/store/open.ts';
import type { AdjustableClock } from '../../../src/time/clock.ts';
import { createMetrics } from '../../../src/web/metrics.ts';
import { createHurriedPace } from './hurried-pace.ts';

/** A bot without any SDK, to which one speaks as platforms do. */
export interface YearBot extends AsyncDisposable {
  readonly app: Inbound;
  /** Lets time pass until then, which ends with all said that is due. */
  readonly passTo: (at: Date) => Promise<void>;
  /** What is done every night. */
  readonly sweep: () => Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly clock: AdjustableClock;
  readonly log: Log;
}

/** How many times as fast time passes for the pace as for the machine: a second's wait is nothing to wait for. */
const haste = 10_000;

/** Put together as `main.ts` does it, on platforms that are handed in; to be stopped in the end. */
export function startYearBot({ store, platforms, clock, log }: Parts): YearBot {
  const catalogue = createCatalogue();
  const { counters } = createMetrics({
    platforms: platforms.map(({ name }) => name),
    waiting: (platform) => findWaiting(store.db, clock.now(), platform),
    now: clock.now,
  });
  const outbox = createOutbox({
    store,
    platforms,
    catalogue,
    clock,
    pace: createHurriedPace(haste),
    worker: 'year',
    log,
    counters,
  });
  const app = createApp({
    ...{ commands, catalogue, clock, log, counters, defaults: { locale: 'en', zone: 'UTC' } },
    door: createDoorkeeper(store, clock, outbox.wake),
    site: { url: 'http://localhost:3000', isPublic: false },
    describe: async ({ platform, workspaceId }, accountId) => {
      const asked = platforms.find(({ name }) => name === platform);
      if (!asked) throw new Error(`there is no ${platform}`);
      return asked.describeAccount(workspaceId, accountId);
    },
  });
  outbox.start();
  const clockwork = startClockwork({ store, clock, log, wake: outbox.wake });
  const nextMoment = () => findNextMoment(store.db, clock.now());
  const seeToDue = async () => {
    await clockwork.nudge();
    await outbox.rest(Number.POSITIVE_INFINITY);
  };
  return {
    app,
    passTo: (at) => passTime({ clock, nextMoment, seeToDue }, at, Number.POSITIVE_INFINITY),
    sweep: () => sweepInvocations(store.db, clock.now()),
    [Symbol.asyncDispose]: async () => {
      await clockwork.stop();
      await outbox.stop();
    },
  };
}
