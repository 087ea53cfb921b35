import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { type Command, defineCommand } from '../../../src/core/define.ts';
import type { Completion, Invocation } from '../../../src/core/invocation.ts';
import { choice, person, reference, text as words } from '../../../src/core/params.ts';
import type { Answer, Inbound, Log } from '../../../src/core/ports.ts';
import { text } from '../../../src/core/rich-text.ts';
import { type View, view } from '../../../src/core/view.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createDiscordPlatform, type DiscordOptions } from '../../../src/platforms/discord/index.ts';
import type { SandboxMessage } from '../../../src/sandbox/contract.ts';
import { createDiscordSandbox } from '../../../src/sandbox/discord/index.ts';

const operation = { audience: 'member', visibility: 'private', run: async () => view() } as const;

/** What the little bot of these tests understands. */
export const commands: readonly Command[] = [
  defineCommand({
    name: 'task',
    subcommands: {
      add: {
        ...operation,
        params: {
          title: words({ required: true }),
          owner: person(),
          goal: reference('goal'),
          notes: words({ max: 2_000, long: true }),
        },
      },
      list: { ...operation, visibility: 'space', params: { status: choice(['open', 'done']) } },
    },
  }),
];

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A view of one text. */
export const say = (saying: string): View => view({ type: 'text', text: text(saying) });

/** An answer of one text, to one person. */
export const tell = (saying: string): Answer => ({ view: say(saying), visibility: 'private' });

/** An error as the app answers it. */
export const fail = (saying: string): Answer => ({ ...tell(saying), failed: true });

/** A bot that answers everything with the operation's name, unless a test says otherwise. */
export function createBot(ways: Partial<Inbound> = {}) {
  const heard: Invocation[] = [];
  const typing: Completion[] = [];
  const inbound: Inbound = {
    plan: () => ({ type: 'run', visibility: 'private', inPlace: false }),
    form: async () => assert.fail('no form was expected'),
    run: async ({ operation }) => tell(operation),
    suggest: async () => [],
    home: async () => view(),
    ...ways,
  };
  const listening: Inbound = {
    ...inbound,
    run: (invocation) => {
      heard.push(invocation);
      return inbound.run(invocation);
    },
    suggest: (completion) => {
      typing.push(completion);
      return inbound.suggest(completion);
    },
  };
  return { heard, typing, inbound: listening };
}

/** A local Discord with the adapter connected to it by the real discord.js, both closed after the test. */
export async function startDiscord(t: TestContext, ways: Partial<Inbound> = {}, options: Partial<DiscordOptions> = {}) {
  const sandbox = await createDiscordSandbox({ now: () => new Date() });
  t.after(sandbox.close);
  const { token, applicationId, apiUrl } = sandbox;
  const platform = createDiscordPlatform({
    ...{ token, applicationId, apiUrl, commands, catalogue: createCatalogue(), log: silent },
    ...options,
  });
  const bot = createBot(ways);
  await platform.register();
  await platform.start(bot.inbound);
  t.after(platform.stop);
  const [luz, kai] = sandbox.people;
  const [general] = sandbox.channels();
  assert.ok(luz && kai && general);
  const place = { platform: 'discord', workspaceId: sandbox.workspace.id, channelId: general.id } as const;
  return { sandbox, platform, place, luz, kai, general, ...bot };
}

/** The words of a message, markup and all. */
export function wordsOf({ payload }: SandboxMessage): string {
  return JSON.stringify(payload.components ?? []);
}

/** The `custom_id` of a message's or modal's control whose label is given. */
export function controlOf({ payload }: Pick<SandboxMessage, 'payload'>, label: string): string {
  const found = findControl(payload.components, label);
  assert.ok(found, `no control ${label}`);
  return found;
}

function findControl(component: unknown, label: string): string | null {
  if (Array.isArray(component))
    return component.map((one) => findControl(one, label)).find((id) => id !== null) ?? null;
  if (typeof component !== 'object' || component === null) return null;
  const { custom_id: id, label: words, placeholder, components } = component as Record<string, unknown>;
  if ((words === label || placeholder === label) && typeof id === 'string') return id;
  return findControl(components ?? [], label);
}
