import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DiscordSandbox } from '../../../../src/sandbox/discord/index.ts';
import { call, start, startSandbox, taskCommand } from '../support.ts';

const text = (name: string, rest: object = {}) => ({ type: 3, name, description: 'An option', ...rest });
const command = (rest: object) => ({ name: 'task', description: 'Tasks', ...rest });
const register = (sandbox: DiscordSandbox, ...commands: object[]) =>
  call(sandbox, `PUT /applications/${sandbox.applicationId}/commands`, commands);

test('registering again keeps the ids and forgets what is gone', async (t) => {
  const { sandbox, client } = await start(t);
  const first = await client.application.commands.set([taskCommand, { name: 'old', description: 'Old' }]);
  const second = await client.application.commands.set([taskCommand]);
  assert.equal(first.find((one) => one.name === 'task')?.id, second.first()?.id);
  assert.deepEqual(
    sandbox.commands().map((one) => one.name),
    ['task'],
  );
  const fetched = await client.application.commands.fetch({ withLocalizations: true });
  assert.equal(fetched.first()?.nameLocalizations?.['es-ES'], 'tarea');
});

const refused: Record<string, [command: object, code: string]> = {
  'a name in capitals': [command({ name: 'Task' }), 'APPLICATION_COMMAND_INVALID_NAME'],
  'a name with a space': [command({ name: 'add task' }), 'APPLICATION_COMMAND_INVALID_NAME'],
  'a translated name in capitals': [
    command({ name_localizations: { 'es-ES': 'Tarea' } }),
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  'a language that no client speaks': [command({ name_localizations: { es: 'tarea' } }), 'BASE_TYPE_CHOICES'],
  'no description': [{ name: 'task' }, 'BASE_TYPE_REQUIRED'],
  'a description too long': [command({ description: 'x'.repeat(101) }), 'BASE_TYPE_BAD_LENGTH'],
  'a required option behind an optional one': [
    command({ options: [text('a'), text('b', { required: true })] }),
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  'a 26th option': [command({ options: Array.from({ length: 26 }, (_, n) => text(`o${n}`)) }), 'BASE_TYPE_MAX_LENGTH'],
  'an option twice': [command({ options: [text('a'), text('a')] }), 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
  'a 26th choice': [
    command({
      options: [text('a', { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })],
    }),
    'BASE_TYPE_MAX_LENGTH',
  ],
  'choices that are completed': [
    command({ options: [text('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
    'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
  ],
  'a subcommand beside an option': [
    command({ options: [text('a'), { type: 1, name: 'b', description: 'x' }] }),
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  'words of more than 8,000 characters': [
    command({
      options: Array.from({ length: 25 }, (_, n) =>
        text(`o${n}`, { choices: Array.from({ length: 25 }, (_, m) => ({ name: 'x'.repeat(20), value: `${m}` })) }),
      ),
    }),
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
  'a message command with a description': [
    { type: 3, name: 'Make a task', description: 'x' },
    'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
  ],
};

for (const [name, [body, code]] of Object.entries(refused)) {
  test(`a command is refused: ${name}`, async (t) => {
    const sandbox = await startSandbox(t);
    const answer = await register(sandbox, body);
    assert.equal(answer.body.code, 50035);
    assert.ok(JSON.stringify(answer.body.errors).includes(code), JSON.stringify(answer.body));
    assert.deepEqual(sandbox.commands(), []);
  });
}

test('two commands of one name are refused, one for messages beside it is not', async (t) => {
  const sandbox = await startSandbox(t);
  assert.equal((await register(sandbox, command({}), command({}))).status, 400);
  assert.equal((await register(sandbox, command({}), { type: 3, name: 'task' })).status, 200);
});

test('another application cannot be spoken for', async (t) => {
  const sandbox = await startSandbox(t);
  const answer = await call(sandbox, `GET /applications/${sandbox.workspace.id}/commands`);
  assert.equal(answer.status, 403);
});
