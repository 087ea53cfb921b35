import { App, LogLevel } from '@slack/bolt';
import { Client, Events, MessageFlags } from 'discord.js';
import { createDiscordSandbox } from '../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../src/sandbox/slack/index.ts';
import type { Contestant } from './measure.ts';
import { askTimed, toPost } from './person.ts';

/** A bot that only says one word, with a platform of its own. */
export interface Bare extends AsyncDisposable {
  readonly contestant: Contestant;
}

const now = () => new Date();
const command = 'echo';
const description = 'Says one word.';
const word = 'Pong';

/** The least that Bolt can do: an acknowledgement with a text. */
export async function startBareSlack(): Promise<Bare> {
  await using parts = new AsyncDisposableStack();
  const slack = await createSlackSandbox({ now });
  parts.defer(slack.close);
  slack.installManifest({
    features: { slash_commands: [{ command: `/${command}`, description }] },
    oauth_config: { scopes: { bot: ['commands'] } },
  });
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command(`/${command}`, ({ ack }) => ack(word));
  await app.start();
  parts.defer(async () => void (await app.stop()));
  return toBare('Bolt', toPost(slack, 'Maria', 'general'), parts);
}

/** The least that discord.js can do: a private reply. */
export async function startBareDiscord(): Promise<Bare> {
  await using parts = new AsyncDisposableStack();
  const discord = await createDiscordSandbox({ now });
  parts.defer(discord.close);
  const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
  parts.defer(() => client.destroy());
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: word, flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set([{ name: command, description }]);
  return toBare('discord.js', toPost(discord, 'Luz', 'general'), parts);
}

function toBare(name: string, post: ReturnType<typeof toPost>, parts: AsyncDisposableStack): Bare {
  const kept = parts.move();
  const run = async () => {
    const { took } = await askTimed(post, `/${command}`, word);
    return { [`bare ${name}: /${command}`]: took };
  };
  return {
    contestant: { platform: post.platform.name, bare: true, run },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}
