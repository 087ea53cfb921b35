import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { passTime } from './clockwork/pass-time.ts';
import type { Config } from './config.ts';
import type { Log } from './core/ports.ts';
import { plain } from './core/rich-text.ts';
import { createCatalogue } from './i18n/catalogue.ts';
import { type Convener, startConvener } from './main.ts';
import { toManifest } from './platforms/slack/manifest.ts';
import { playDemo } from './sandbox/demo.ts';
import { createDiscordSandbox, type DiscordSandbox } from './sandbox/discord/index.ts';
import { createSandboxPage } from './sandbox/page/page.ts';
import { createSlackSandbox, type SlackSandbox } from './sandbox/slack/index.ts';
import { type AdjustableClock, createAdjustableClock } from './time/clock.ts';

/** A bot at work between a local Slack and a local Discord. */
export interface SandboxedConvener extends Convener {
  readonly slack: SlackSandbox;
  readonly discord: DiscordSandbox;
  /** The time that both platforms and the bot live in. */
  readonly clock: AdjustableClock;
  /** Sets it, or back to that of the machine (null); resolves when the bot has seen what is due by then. */
  readonly moveClock: (at: Date | null) => Promise<void>;
}

/**
 * Starts both platforms' local servers and the bot between them, with the page that shows them. The servers remember
 * nothing beyond their end, so neither does the bot, unless it is given a database.
 */
export async function startWithSandbox(
  config: Config,
  { log, demo = false }: { log: Log; demo?: boolean },
): Promise<SandboxedConvener> {
  await using undo = new AsyncDisposableStack();
  const clock = createAdjustableClock();
  const catalogue = createCatalogue();
  const slack = await createSlackSandbox({ now: clock.now });
  undo.defer(slack.close);
  const discord = await createDiscordSandbox({ now: clock.now });
  undo.defer(discord.close);
  slack.installManifest(toManifest(commands, catalogue));

  const moveClock = async (at: Date | null) => {
    if (at) return passTime({ clock, ...convener }, at);
    clock.reset();
    await convener.seeToDue();
  };
  const page = await createSandboxPage({
    platforms: [slack, discord],
    locales: catalogue.locales,
    words: catalogue.messages,
    clock: {
      now: clock.now,
      moved: clock.moved,
      moveTo: moveClock,
      reset: () => moveClock(null),
    },
  });
  undo.defer(async () => page.close());
  const dataDirectory = await mkdtemp(join(tmpdir(), 'convener-sandbox-'));
  undo.defer(() => rm(dataDirectory, { recursive: true, force: true }));
  const convener = await startConvener(
    {
      ...config,
      dataDirectory,
      slack: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
      discord: { token: discord.token, applicationId: discord.applicationId, apiUrl: discord.apiUrl },
    },
    { log, clock, pages: page.app, loopbackOnly: true },
  );
  undo.defer(convener.stop);
  if (demo) await playDemo({ slack, discord, t: (key) => plain(catalogue.speak(config.locale)(key)) });
  const started = undo.move();
  return { ...convener, slack, discord, clock, moveClock, stop: () => started.disposeAsync() };
}
