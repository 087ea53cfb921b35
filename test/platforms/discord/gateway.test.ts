import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { DefaultRestOptions, Events, type MessageComponentInteraction, Routes } from 'discord.js';
import { connect, createClient } from '../../../src/platforms/discord/gateway.ts';
import { createDiscordSandbox } from '../../../src/sandbox/discord/index.ts';
import { actor } from '../../support/acting.ts';

const button = { type: 2, style: 2, label: 'Done', custom_id: 'done' };

test('a post that somebody presses on is not kept', async (t) => {
  const sandbox = await createDiscordSandbox({ now: () => new Date() });
  t.after(sandbox.close);
  const client = createClient(sandbox.apiUrl, DefaultRestOptions.makeRequest);
  t.after(() => client.destroy());
  await connect(client, sandbox.token);
  const luz = actor(sandbox, 'Luz');
  const body = { content: 'Call the food bank', components: [{ type: 1, components: [button] }] };
  await client.rest.post(Routes.channelMessages(luz.channelId), { body });
  const pressed = once(client, Events.InteractionCreate) as Promise<[MessageComponentInteraction]>;
  const pressing = luz.press('Done');
  const [interaction] = await pressed;
  await interaction.deferUpdate();
  await pressing;
  assert.equal(interaction.message.content, 'Call the food bank');
  const channel = client.channels.cache.get(luz.channelId);
  assert.ok(channel?.isTextBased());
  assert.equal(channel.messages.cache.size, 0);
});
