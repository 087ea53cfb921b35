import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerWith, start } from '../support.ts';

test('commands, options and choices are offered in the language of who types', async (t) => {
  const stage = await start(t);
  const { sandbox, luz, kai, general } = stage;
  await answerWith(stage, async () => {});
  const texts = async (person: string, text: string) =>
    (await sandbox.suggest(person, general, text)).map((one) => one.text);
  assert.deepEqual(await texts(kai, '/ta'), ['/task add ', '/task done ', '/task list ']);
  assert.deepEqual(await texts(luz, '/ta'), ['/tarea añadir ', '/tarea done ', '/tarea list ']);
  assert.deepEqual(await texts(luz, '/tarea añadir '), [
    '/tarea añadir título:',
    '/tarea añadir responsable:',
    '/tarea añadir due:',
  ]);
  assert.deepEqual(await texts(kai, '/task add title:Call the food bank o'), [
    '/task add title:Call the food bank owner:',
  ]);
  assert.deepEqual(await texts(kai, '/task add owner:@Da'), ['/task add owner:@Dani Costa']);
  assert.deepEqual(await texts(luz, '/task list status:'), [
    '/task list status:Pendientes',
    '/task list status:Finished',
  ]);
  assert.deepEqual(await texts(kai, 'task'), []);
});

test('the bot is asked for what it completes, with what stands there so far', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await answerWith(stage, async (interaction) => {
    assert.ok(interaction.isAutocomplete());
    assert.equal(interaction.options.getSubcommand(), 'done');
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `T-4 · ${name} ${value}`, value: 'T-4' }]);
  });
  assert.deepEqual(await sandbox.suggest(kai, general, '/task done task:food b'), [
    { label: 'T-4 · task food b', text: '/task done task:T-4' },
  ]);
});
