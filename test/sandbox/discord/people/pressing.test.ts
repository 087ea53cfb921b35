import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  MessageFlags,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { answerWith, start } from '../support.ts';

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('task.done?task=T-1').setLabel('Done').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('task.off').setLabel('Off').setStyle(ButtonStyle.Secondary).setDisabled(true),
);
const choice = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
);
const person = new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
  new UserSelectMenuBuilder().setCustomId('owner'),
);

test('a pressed button changes the private message that it stands on', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, noor, general } = stage;
  await answerWith(stage, async (interaction) => {
    if (interaction.isButton()) await interaction.update({ content: `done by ${interaction.user.id}`, components: [] });
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ content: 'open', components: [buttons], flags: MessageFlags.Ephemeral });
    }
  });
  await sandbox.type(kai, general, '/task add title:One');
  const id = sandbox.messages(kai, general)[0]?.id ?? '';
  await assert.rejects(sandbox.press(noor, id, 'task.done?task=T-1'), /sees no message/);
  await assert.rejects(sandbox.press(kai, id, 'task.off'), /disabled/);
  await sandbox.press(kai, id, 'task.done?task=T-1');
  const [message, ...more] = sandbox.messages(kai, general);
  assert.deepEqual([message?.payload.content, message?.payload.components, more], [`done by ${kai}`, [], []]);
});

test('a select gives values of its own, or people with their names', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await answerWith(stage, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ components: [choice, person], content: '?' });
    if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
    if (interaction.isUserSelectMenu()) await interaction.reply(`${interaction.users.first()?.displayName}`);
  });
  await sandbox.type(kai, general, '/task add title:One');
  const id = sandbox.messages(kai, general)[0]?.id ?? '';
  await sandbox.press(kai, id, 'pick', ['2']);
  await sandbox.press(kai, id, 'owner', ['@Noor']);
  await assert.rejects(sandbox.press(kai, id, 'pick', ['3']), /does not offer/);
  const [, first, second] = sandbox.messages(kai, general);
  assert.deepEqual([first?.payload.content, second?.payload.content], ['2', 'Noor Haddad']);
});

test('an acknowledged button leaves its message until it is edited', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  const { promise: edited, resolve: done } = Promise.withResolvers<void>();
  await answerWith(stage, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'open', components: [buttons] });
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'closed', components: [] });
    done();
  });
  await sandbox.type(kai, general, '/task add title:One');
  const id = sandbox.messages(kai, general)[0]?.id ?? '';
  await sandbox.press(kai, id, 'task.done?task=T-1');
  await edited;
  assert.deepEqual(
    sandbox.messages(kai, general).map((message) => [message.id, message.payload.content, message.edited]),
    [[id, 'closed', true]],
  );
});
