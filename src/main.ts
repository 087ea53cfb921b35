import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { commands } from '../commands/index.ts';
import { createApp } from './app/create-app.ts';
import { startClockwork } from './clockwork/cron.ts';
import { findNextMoment } from './clockwork/next-moment.ts';
import type { Config } from './config.ts';
import type { CalendarFile, CalendarRequest } from './core/calendar.ts';
import { PlatformError } from './core/errors.ts';
import type { Log, Platform } from './core/ports.ts';
import { findCalendar } from './domain/calendars/find-calendar.ts';
import { findWaiting } from './domain/deliveries/waiting.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import { type Catalogue, createCatalogue } from './i18n/catalogue.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPace, type Pace } from './outbox/pace.ts';
import { createDiscordPlatform } from './platforms/discord/index.ts';
import { createSlackPlatform } from './platforms/slack/index.ts';
import { openStore, type Store } from './store/open.ts';
import { type Clock, systemClock } from './time/clock.ts';
import { chooseSpeech, type Defaults } from './views/choose-speech.ts';
import { calendarFile } from './views/conversations/calendar.ts';
import { createCalendarRoutes } from './web/calendar/routes.ts';
import { createHealthRoutes } from './web/health.ts';
import { createMetrics } from './web/metrics.ts';
import { startWebServer } from './web/server.ts';

/** What is not set from outside, but differs between the real thing, the sandbox and a test. */
export interface Surroundings {
  readonly log: Log;
  readonly clock?: Clock;
  /** How fast the outbox posts in one channel; as the platforms' published limits ask where not given. */
  readonly pace?: Pace;
  /** Pages served beside health: the sandbox's. */
  readonly pages?: Hono;
  /** Whether only this machine may connect to the web server. */
  readonly loopbackOnly?: boolean;
}

/**
 * How long after a change the outbox looks for what is to be said, in milliseconds. Whoever made the change waits for
 * its answer, and the outbox, once it looks, holds up everything else: SQLite's calls do not yield.
 */
const answerFirst = 2;

/** How long whoever moves a clock waits for what came due by that, in milliseconds. */
const patienceForDue = 5_000;

/** A bot at work. */
export interface Convener {
  readonly port: number;
  readonly store: Store;
  readonly platforms: readonly Platform[];
  /** Sees to what is due by now, as after its clock was moved; resolves when it is said, or is to be tried again. */
  readonly seeToDue: () => Promise<void>;
  /** The next moment after now at which something falls due; null where there is none. */
  readonly nextMoment: () => Promise<Date | null>;
  /** Takes no more, finishes what it holds and closes, in the reverse order of the start. */
  readonly stop: () => Promise<void>;
}

/**
 * Puts the bot together and starts it: store → domain → web → platforms → outbox → clockwork. So a taken port is found before
 * anybody is connected, and Slack can call as long as it is listened to. Throws `StoreError`, `PlatformStartError` or
 * `PortTakenError`, with everything closed again that had been started.
 */
export async function startConvener(config: Config, surroundings: Surroundings): Promise<Convener> {
  const { log, clock = systemClock, pace = createPace(), pages = new Hono(), loopbackOnly = false } = surroundings;
  await using undo = new AsyncDisposableStack();
  const catalogue = createCatalogue();
  const store = await openStore({ databaseUrl: config.databaseUrl, dataDirectory: config.dataDirectory, log });
  undo.defer(store.close);

  const slack = config.slack && createSlackPlatform({ ...config.slack, commands, catalogue, log });
  const discord = config.discord && createDiscordPlatform({ ...config.discord, commands, catalogue, log });
  const platforms = [slack, discord].filter((platform) => platform !== null);
  const { counters, routes: metrics } = createMetrics({
    platforms: platforms.map(({ name }) => name),
    waiting: (platform) => findWaiting(store.db, clock.now(), platform),
    now: clock.now,
  });
  const health = createHealthRoutes(readinessOf(store, platforms));
  const defaults = { locale: config.locale, zone: config.zone };
  const calendars = createCalendarRoutes({ find: readCalendars(store, catalogue, clock, defaults), log });
  const routes = new Hono().route('/', health).route('/', metrics).route('/', calendars).route('/', pages);
  const host = loopbackOnly ? '127.0.0.1' : '0.0.0.0';
  const web = await startWebServer({ port: config.port, host, routes, slack: slack?.http ?? null });
  undo.defer(web.close);

  const outbox = createOutbox({ store, platforms, catalogue, clock, pace, worker: randomUUID(), log, counters });
  const app = createApp({
    commands,
    catalogue,
    door: createDoorkeeper(store, clock, () => setTimeout(outbox.wake, answerFirst)),
    clock,
    log,
    counters,
    defaults,
    site: { url: config.publicUrl ?? `http://localhost:${web.port}`, isPublic: config.publicUrl !== undefined },
    describe: describeBy(platforms),
  });
  // Together, as each may wait for what it holds.
  undo.defer(async () => void (await Promise.all(platforms.map((platform) => platform.stop()))));
  for (const platform of platforms) await platform.start(app);
  await discord?.register().catch((err: unknown) => log.warn({ err }, 'the commands were not registered with Discord'));
  undo.defer(outbox.stop);
  outbox.start();
  const clockwork = startClockwork({ store, clock, log, wake: outbox.wake });
  undo.defer(clockwork.stop);
  const seeToDue = async () => {
    await clockwork.nudge();
    await outbox.rest(patienceForDue);
  };
  const nextMoment = () => findNextMoment(store.db, clock.now());

  log.info({ port: web.port, store: store.kind, platforms: platforms.map(({ name }) => name) }, 'convener started');
  const started = undo.move();
  return { port: web.port, store, platforms, seeToDue, nextMoment, stop: () => started.disposeAsync() };
}

function readinessOf(store: Store, platforms: readonly Platform[]) {
  const answers = () =>
    store.ping().then(
      () => true,
      () => false,
    );
  return async () => ({
    store: await answers(),
    ...Object.fromEntries(platforms.map((platform) => [platform.name, platform.connected()])),
  });
}

/** In the language of the person or the coalition whose calendar it is. */
function readCalendars({ db }: Store, catalogue: Catalogue, clock: Clock, defaults: Defaults) {
  return async (request: CalendarRequest): Promise<CalendarFile | 'revoked' | null> => {
    const now = clock.now();
    const found = await findCalendar(db, request, now);
    if (found === null || found === 'revoked') return found;
    return calendarFile(chooseSpeech(catalogue, defaults, now, found.reader), found);
  };
}

function describeBy(platforms: readonly Platform[]) {
  return (place: { platform: string; workspaceId: string }, accountId: string) => {
    const platform = platforms.find(({ name }) => name === place.platform);
    if (!platform) throw new PlatformError('unreachable', `${place.platform} is off`);
    return platform.describeAccount(place.workspaceId, accountId);
  };
}
