import assert from 'node:assert/strict';
import { commands } from '../commands/index.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import { unpaced } from '../src/outbox/pace.ts';
import { toManifest } from '../src/platforms/slack/manifest.ts';
import { createDiscordSandbox } from '../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../src/sandbox/slack/index.ts';
import { startBenchBot } from './bot.ts';
import type { Contestant } from './measure.ts';
import { ask, askTimed, type Post, seePost, toPost } from './person.ts';

/** Convener between both platforms, and what is measured of it on each. */
export interface Contestants extends AsyncDisposable {
  readonly onSlack: readonly Contestant[];
  readonly onDiscord: readonly Contestant[];
}

/** A coalition's channel on each platform, with an organizer in it. */
interface Meeting {
  readonly slack: Post;
  readonly discord: Post;
}

const now = () => new Date();

/** How many tasks the coalition has whose list is asked for. */
const listed = 30;

/** Starts Convener on an empty database, with two coalitions: one is asked for its list, the other one's grows. */
export async function startContestants(databaseUrl: string): Promise<Contestants> {
  await using parts = new AsyncDisposableStack();
  const slack = await createSlackSandbox({ now });
  parts.defer(slack.close);
  const discord = await createDiscordSandbox({ now });
  parts.defer(discord.close);
  slack.installManifest(toManifest(commands, createCatalogue()));
  const convener = await startBenchBot({
    ...{ databaseUrl, slack, discord },
    // Slack wants one message a second in a channel; how long a card waits for that is not what is measured.
    pace: unpaced,
  });
  parts.defer(convener.stop);

  const listing = { slack: toPost(slack, 'Maria', 'general'), discord: toPost(discord, 'Luz', 'general') };
  const adding = { slack: toPost(slack, 'Maria', 'random'), discord: toPost(discord, 'Luz', 'projects') };
  await found('Readers', listing);
  await found('Writers', adding);
  for (let task = 1; task <= listed; task += 1) await addTask(listing.slack, listing, `Known task ${task}.`);

  const kept = parts.move();
  return {
    onSlack: [lists(listing.slack), adds(adding.slack, adding)],
    onDiscord: [lists(listing.discord), adds(adding.discord, adding)],
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function found(name: string, { slack, discord }: Meeting): Promise<void> {
  await ask(slack, `/coalition create ${name} timezone:UTC locale:en`);
  const invitation = await ask(slack, '/coalition invite');
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(invitation)?.[0];
  assert.ok(code, invitation);
  await ask(discord, `/coalition link code:${code}`);
}

function lists(post: Post): Contestant {
  const run = async () => {
    const { took } = await askTimed(post, '/task list', 'T-10');
    return { '/task list: answer': took };
  };
  return { platform: post.platform.name, bare: false, run };
}

function adds(post: Post, meeting: Meeting): Contestant {
  const run = async (round: number) => {
    const { took, cardAfter } = await addTask(post, meeting, `Call number ${round} from ${post.platform.name}.`);
    return { '/task add: answer': took, '/task add: card on the other platform': cardAfter };
  };
  return { platform: post.platform.name, bare: false, run };
}

/** Both cards are waited for, so that none is still on its way when the next one is timed. */
async function addTask(post: Post, { slack, discord }: Meeting, title: string) {
  const [here, there] = post.platform === slack.platform ? [slack, discord] : [discord, slack];
  const seenHere = seePost(here, title);
  const seenThere = seePost(there, title);
  const named = post.platform.name === 'discord' ? `title:${title}` : title;
  const { startedAt, took } = await askTimed(post, `/task add ${named}`, title);
  await seenHere;
  return { took, cardAfter: (await seenThere) - startedAt };
}
