import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { answerWith, type Stage, start } from '../support.ts';

const form = new ModalBuilder()
  .setCustomId('task.add?in=c1')
  .setTitle('Add a task')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Title')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setMaxLength(20),
      ),
    new LabelBuilder()
      .setLabel('Horizon')
      .setStringSelectMenuComponent(
        new StringSelectMenuBuilder()
          .setCustomId('horizon')
          .addOptions({ label: 'Week', value: 'week', default: true }, { label: 'Year', value: 'year' }),
      ),
    new LabelBuilder()
      .setLabel('Owner')
      .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('owner').setRequired(false)),
  );

async function openForm(stage: Stage): Promise<void> {
  await answerWith(stage, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.showModal(form);
    if (!interaction.isModalSubmit()) return;
    const { fields } = interaction;
    const owner = fields.getSelectedUsers('owner')?.first()?.displayName ?? 'nobody';
    await interaction.reply(
      `${fields.getTextInputValue('title')}, ${fields.getStringSelectValues('horizon')}, ${owner}`,
    );
  });
  await stage.sandbox.type(stage.kai, stage.general, '/task add');
}

test('a modal is filled, sent and answered, and then it is gone', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, noor, general } = stage;
  await openForm(stage);
  assert.equal(sandbox.modal(kai)?.payload.custom_id, 'task.add?in=c1');
  assert.equal(sandbox.modal(noor), null);
  await sandbox.submit(kai, { title: 'Call', horizon: 'year', owner: '@Noor' });
  assert.equal(sandbox.messages(kai, general)[0]?.payload.content, 'Call, year, Noor Haddad');
  assert.equal(sandbox.modal(kai), null);
});

test('what is not filled in keeps its default, and what is wrong stays open', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await openForm(stage);
  await sandbox.submit(kai, {});
  assert.deepEqual(sandbox.modal(kai)?.errors, { title: 'required' });
  await sandbox.submit(kai, { title: 'x'.repeat(21), horizon: 'day' });
  assert.deepEqual(sandbox.modal(kai)?.errors, { title: 'too-long', horizon: 'choice' });
  await sandbox.submit(kai, { title: 'Call' });
  assert.equal(sandbox.messages(kai, general)[0]?.payload.content, 'Call, week, nobody');
});

test('a dismissed modal is gone', async (t) => {
  const stage = await start(t);
  await openForm(stage);
  await stage.sandbox.dismiss(stage.kai);
  assert.equal(stage.sandbox.modal(stage.kai), null);
  await assert.rejects(stage.sandbox.submit(stage.kai, { title: 'Call' }), /no modal/);
});
