/**
 * Whether the platforms' limits are kept, and no time is lost by that: many deliveries due at once in each of many
 * channels, to both platforms by their real SDKs, with the limits switched on in the sandbox, on both stores. The bot
 * has a process of its own, and has started a while before: what it asks of Discord to start would be missing in the
 * first second. The shortest time is what these limits allow: in Slack a burst of four and then one each second in each
 * channel; in Discord five each five seconds in each channel, and fifty each second of all together.
 */
import { commands } from '../commands/index.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import { toManifest } from '../src/platforms/slack/manifest.ts';
import { type SandboxPlatform, until } from '../src/sandbox/contract.ts';
import { createDiscordSandbox } from '../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../src/sandbox/slack/index.ts';
import type { Db } from '../src/store/scope.ts';
import { type Coalitions, foundCoalitions } from './coalitions.ts';
import { startBotProcess } from './fork-bot.ts';
import { describeMachine } from './machine.ts';
import { type BenchStore, openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';

/** Beside the three that there are; and how many deliveries each hears. */
const moreChannels = { slack: 27, discord: 57 } as const;
const perChannel = { slack: 25, discord: 15 } as const;
const patience = 120_000;
/** How long after they are written all are due, in milliseconds: longer than a platform's second, and than a look. */
const ahead = 4_000;

const now = () => new Date();

console.log(describeMachine());
const rows: string[][] = [];
for (const open of [openBenchSqlite, openBenchPostgresStore]) rows.push(...(await measure(open)));
console.log(`deliveries due at once in each channel; seconds\n`);
console.log(toPlainTable([['', 'channels', 'in each', 'shortest', 'took', 'ratio', '429s'], ...rows]));

async function measure(open: () => Promise<BenchStore>): Promise<string[][]> {
  await using opened = await open();
  const { db } = opened.store;
  await using parts = new AsyncDisposableStack();
  const slack = await createSlackSandbox({ now, moreChannels: moreChannels.slack });
  parts.defer(slack.close);
  const discord = await createDiscordSandbox({ now, moreChannels: moreChannels.discord });
  parts.defer(discord.close);
  slack.installManifest(toManifest(commands, createCatalogue()));
  const platforms = [slack, discord];
  const coalitions = await foundInChannels(db, platforms);
  for (const { faults } of platforms) faults.enforceRateLimits(true);
  parts.defer(await startBotProcess({ databaseUrl: opened.url, slack, discord }));
  const begun = platforms.map(untilAllPosted);
  await announce(coalitions, platforms);
  const measured = await Promise.all(begun);
  return measured.map(([name = '', ...figures]) => [`${opened.name}, ${name}`, ...figures]);
}

/** A coalition for each channel that there is. */
async function foundInChannels(db: Db, platforms: readonly SandboxPlatform[]): Promise<Coalitions> {
  const places = platforms.flatMap((platform) => channelsOf(platform).map((channelId) => ({ platform, channelId })));
  const coalitions = await foundCoalitions(db, places.length);
  for (const [index, { platform, channelId }] of places.entries()) {
    const { name, workspace } = platform;
    const linkedPlace = `${name}/${workspace.id}/${channelId}`;
    const data = { platform: name, workspaceId: workspace.id, channelId, linkedPlace };
    await db.space.update({ where: { id: `s${index}.0` }, data });
  }
  return coalitions;
}

/** All that each of them is to hear, due at the same moment. */
async function announce(coalitions: Coalitions, platforms: readonly SandboxPlatform[]): Promise<void> {
  const counts = platforms.flatMap((platform) => channelsOf(platform).map(() => perChannel[platform.name]));
  const hearing = counts.flatMap((count, index) => Array<number>(count).fill(index));
  const dueAt = new Date(Date.now() + ahead);
  await coalitions.announce(hearing.length, (index) => ({ coalition: hearing[index] ?? 0, dueAt }));
}

function channelsOf(platform: SandboxPlatform): string[] {
  return platform.channels().flatMap(({ id, directWith }) => (directWith ? [] : [id]));
}

/** In milliseconds. */
function shortest({ name }: SandboxPlatform, channels: number): number {
  if (name === 'slack') return (perChannel.slack - 4) * 1_000;
  const inEach = (Math.ceil(perChannel.discord / 5) - 1) * 5_000;
  return Math.max(inEach, (Math.ceil((channels * perChannel.discord) / 50) - 1) * 1_000);
}

/** Counts from the first post on, as connecting is not what is measured. */
async function untilAllPosted(platform: SandboxPlatform): Promise<string[]> {
  const channels = channelsOf(platform).length;
  const expected = channels * perChannel[platform.name];
  const posts = () => platform.calls.filter(isPost).length;
  await until([platform], () => posts() > 0, patience);
  const startedAt = performance.now();
  await until([platform], () => platform.calls.length >= expected && posts() >= expected, patience);
  const took = performance.now() - startedAt;
  const refused = platform.calls.filter(({ status }) => status === 429).length;
  const least = shortest(platform, channels);
  const figures = [(least / 1_000).toFixed(2), (took / 1_000).toFixed(2), `${(took / least).toFixed(3)}×`];
  return [platform.name, `${channels}`, `${perChannel[platform.name]}`, ...figures, `${refused}`];
}

function isPost({ method, status }: SandboxPlatform['calls'][number]): boolean {
  return status === 200 && (method === 'chat.postMessage' || method === 'POST /channels/:id/messages');
}
