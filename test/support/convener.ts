import type { TestContext } from 'node:test';
import { commands } from '../../commands/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Log } from '../../src/core/ports.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { type Convener, startConvener } from '../../src/main.ts';
import { type SandboxedConvener, startWithSandbox } from '../../src/main-sandbox.ts';
import type { Pace } from '../../src/outbox/pace.ts';
import { toManifest } from '../../src/platforms/slack/manifest.ts';
import { createDiscordSandbox } from '../../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../../src/sandbox/slack/index.ts';
import { type Clock, createAdjustableClock } from '../../src/time/clock.ts';
import { silence } from './silence.ts';
import { createTestDatabase } from './store.ts';

interface Wishes {
  readonly log?: Log;
  readonly pace?: Pace;
  readonly config?: Partial<Config>;
}

/** The bot between both platforms' local servers, on a fresh database; stopped when the test ends. */
export async function startTestConvener(
  t: TestContext,
  { log = silence, config = {} }: Wishes = {},
): Promise<SandboxedConvener> {
  const { databaseUrl } = await createTestDatabase(t);
  const convener = await startWithSandbox({ ...testConfig(databaseUrl), ...config }, { log });
  t.after(convener.stop);
  return convener;
}

/** Both platforms' local servers and a fresh database, for bots that come and go. */
export type Grounds = Awaited<ReturnType<typeof createGrounds>>;

export async function createGrounds(t: TestContext, beneath?: Clock, more: { readonly morePeople?: number } = {}) {
  const { databaseUrl } = await createTestDatabase(t);
  // Undone in reverse: whatever bot still runs, then the platforms.
  const undo = new AsyncDisposableStack();
  t.after(() => undo.disposeAsync());
  const clock = createAdjustableClock(beneath);
  const slack = await createSlackSandbox({ now: clock.now, ...more });
  undo.defer(slack.close);
  const discord = await createDiscordSandbox({ now: clock.now, ...more });
  undo.defer(discord.close);
  slack.installManifest(toManifest(commands, createCatalogue()));
  return { slack, discord, clock, databaseUrl, undo };
}

/** A bot on these grounds; stopped when the test ends, if it was not before. */
export async function startBot(
  { slack, discord, clock, databaseUrl, undo }: Grounds,
  { log = silence, pace, config = {} }: Wishes = {},
): Promise<Convener> {
  const bot = await startConvener(
    {
      ...testConfig(databaseUrl),
      slack: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
      discord: { token: discord.token, applicationId: discord.applicationId, apiUrl: discord.apiUrl },
      ...config,
    },
    { log, clock, ...(pace && { pace }), loopbackOnly: true },
  );
  undo.defer(bot.stop);
  return bot;
}

function testConfig(databaseUrl: string): Config {
  return readConfig({ PORT: '0', DEFAULT_TIMEZONE: 'UTC', DATABASE_URL: databaseUrl });
}
