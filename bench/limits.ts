/**
 * Whether the platforms' limits are kept, and no time is lost by that: many deliveries due at once in each channel, to
 * both platforms by their real SDKs, with the limits switched on in the sandbox. The shortest time is what the limits
 * allow: in Slack a burst of four and then one each second, in Discord five each five seconds, in each channel.
 */
import assert from 'node:assert/strict';
import { commands } from '../commands/index.ts';
import { readConfig } from '../src/config.ts';
import type { Log } from '../src/core/ports.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import { startConvener } from '../src/main.ts';
import { toManifest } from '../src/platforms/slack/manifest.ts';
import { type SandboxPlatform, until } from '../src/sandbox/contract.ts';
import { createDiscordSandbox } from '../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../src/sandbox/slack/index.ts';
import type { Db } from '../src/store/scope.ts';
import { foundCoalitions } from './coalitions.ts';
import { describeMachine } from './machine.ts';
import { openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';

const perChannel = 30;
const patience = 120_000;
const shortest = {
  slack: (perChannel - 4) * 1_000,
  discord: (Math.ceil(perChannel / 5) - 1) * 5_000,
} as const;

const now = () => new Date();
const ignore = () => {};
const complain = (facts: object, message: string) => console.error(message, facts);
const log: Log = { debug: ignore, info: ignore, warn: complain, error: complain };

await using opened = await openBenchSqlite();
const { db } = opened.store;
await using parts = new AsyncDisposableStack();
const slack = await createSlackSandbox({ now });
parts.defer(slack.close);
const discord = await createDiscordSandbox({ now });
parts.defer(discord.close);
slack.installManifest(toManifest(commands, createCatalogue()));

const channels = [slack, discord].map((platform) => platform.channels().filter(({ directWith }) => !directWith));
const spaces = channels.flat().length;
const coalitions = await foundCoalitions(db, spaces);
await pointSpaces(db, [slack, discord]);
for (const { faults } of [slack, discord]) faults.enforceRateLimits(true);
await coalitions.announce(spaces * perChannel, (index) => ({ coalition: index % spaces, dueAt: now() }));

const begun = [slack, discord].map(untilAllPosted);
const convener = await startConvener(
  {
    ...readConfig({ PORT: '0', DATABASE_URL: opened.url, DEFAULT_TIMEZONE: 'UTC' }),
    slack: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
    discord: { token: discord.token, applicationId: discord.applicationId, apiUrl: discord.apiUrl },
  },
  { log, loopbackOnly: true },
);
parts.defer(convener.stop);
const rows = await Promise.all(begun);
console.log(`${describeMachine()}\n${perChannel} deliveries due at once in each channel; seconds\n`);
console.log(toPlainTable([['', 'channels', 'shortest', 'took', 'ratio', '429s'], ...rows]));

/** Gives each coalition of the bench one of the channels that there are. */
async function pointSpaces(db: Db, platforms: readonly SandboxPlatform[]): Promise<void> {
  const places = platforms.flatMap((platform) =>
    platform.channels().flatMap(({ id, directWith }) => (directWith ? [] : [{ platform, channelId: id }])),
  );
  for (const [index, { platform, channelId }] of places.entries()) {
    const { name, workspace } = platform;
    await db.space.update({
      where: { id: `s${index}.0` },
      data: {
        platform: name,
        workspaceId: workspace.id,
        channelId,
        linkedPlace: `${name}/${workspace.id}/${channelId}`,
      },
    });
  }
}

/** Counts from the first post on, as connecting is not what is measured. */
async function untilAllPosted(platform: SandboxPlatform): Promise<string[]> {
  const own = platform.channels().filter(({ directWith }) => !directWith);
  const [person] = platform.people;
  assert.ok(person);
  const posts = () =>
    own.flatMap(({ id }) => platform.messages(person.id, id)).filter(({ author }) => author.bot).length;
  const before = posts();
  await until([platform], () => posts() > before, patience);
  const startedAt = performance.now();
  await until([platform], () => posts() >= before + own.length * perChannel, patience);
  const took = performance.now() - startedAt;
  const refused = platform.calls.filter(({ status }) => status === 429).length;
  const least = shortest[platform.name];
  const figures = [(least / 1_000).toFixed(2), (took / 1_000).toFixed(2), `${(took / least).toFixed(3)}×`];
  return [platform.name, `${own.length}`, ...figures, `${refused}`];
}
