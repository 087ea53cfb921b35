import type { TestContext } from 'node:test';
import {
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
} from 'discord.js';
import {
  createDiscordSandbox,
  type DiscordSandbox,
  type DiscordSandboxOptions,
} from '../../../src/sandbox/discord/index.ts';

/** A sandbox and the real discord.js on it, both gone when the test ends. */
export interface Stage {
  readonly sandbox: DiscordSandbox;
  readonly client: Client<true>;
  readonly luz: string;
  readonly kai: string;
  readonly noor: string;
  readonly general: string;
}

export async function startSandbox(test: TestContext, options: Partial<DiscordSandboxOptions> = {}) {
  const sandbox = await createDiscordSandbox({ now: () => new Date(), ...options });
  test.after(() => sandbox.close());
  return sandbox;
}

export async function start(test: TestContext, options: Partial<DiscordSandboxOptions> = {}): Promise<Stage> {
  const sandbox = await startSandbox(test, options);
  const client = createClient(sandbox);
  test.after(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const [luz = '', kai = '', noor = ''] = sandbox.people.map((person) => person.id);
  return { sandbox, client: await ready, luz, kai, noor, general: channelNamed(sandbox, 'general') };
}

export function createClient(sandbox: DiscordSandbox): Client {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    rest: { api: sandbox.apiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
  });
}

export function channelNamed(sandbox: DiscordSandbox, name: string): string {
  const found = sandbox.channels().find((channel) => channel.name === name && !channel.directWith);
  if (!found) throw new Error(`no channel ${name}`);
  return found.id;
}

export function directChannelOf(sandbox: DiscordSandbox, personId: string): string {
  return sandbox.channels().find((channel) => channel.directWith === personId)?.id ?? '';
}

/** Registers `/task add` and what else is given, and answers interactions as told. What the answer throws fails the test. */
export async function answerWith(
  { client }: Stage,
  answer: (interaction: Interaction) => Promise<unknown>,
  commands: readonly ApplicationCommandDataResolvable[] = [taskCommand],
): Promise<void> {
  await client.application.commands.set(commands);
  client.on(Events.InteractionCreate, async (interaction) => {
    await answer(interaction);
  });
}

/** The interaction as a chat command; throws for any other. */
export function chatCommand(interaction: Interaction): ChatInputCommandInteraction {
  if (!interaction.isChatInputCommand()) throw new Error(`not a command: ${interaction.type}`);
  return interaction;
}

/** A call without any SDK, for what discord.js would not let through. */
export async function call(
  sandbox: DiscordSandbox,
  address: string,
  body?: unknown,
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const [method = '', path = ''] = address.split(' ');
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}

export const taskCommand = {
  name: 'task',
  description: 'Tasks of the coalition',
  nameLocalizations: { 'es-ES': 'tarea' },
  options: [
    {
      type: 1,
      name: 'add',
      description: 'Add a task',
      nameLocalizations: { 'es-ES': 'añadir' },
      options: [
        { type: 3, name: 'title', description: 'What is to be done', nameLocalizations: { 'es-ES': 'título' } },
        { type: 6, name: 'owner', description: 'Who does it', nameLocalizations: { 'es-ES': 'responsable' } },
        { type: 3, name: 'due', description: 'Until when' },
      ],
    },
    {
      type: 1,
      name: 'done',
      description: 'Finish a task',
      options: [
        {
          ...{ type: 3, name: 'task', description: 'Which one', required: true, autocomplete: true },
          nameLocalizations: { 'es-ES': 'tarea' },
        },
      ],
    },
    {
      type: 1,
      name: 'list',
      description: 'Show tasks',
      options: [
        {
          type: 3,
          name: 'status',
          description: 'Which ones',
          choices: [
            { name: 'Still open', value: 'open', nameLocalizations: { 'es-ES': 'Pendientes' } },
            { name: 'Finished', value: 'done' },
          ],
        },
      ],
    },
  ],
} as const satisfies ApplicationCommandDataResolvable;

/** Where the nested `errors` of a refused form find something wrong: `embeds.0.title`. */
export function placesOf(errors: unknown, path: readonly string[] = []): readonly string[] {
  return Object.entries(errors as object).flatMap(([key, value]) =>
    key === '_errors' ? [path.join('.')] : placesOf(value, [...path, key]),
  );
}
