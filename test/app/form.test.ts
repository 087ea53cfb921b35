import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { memberOperation } from '../../commands/operations.ts';
import { toForm } from '../../src/app/form.ts';
import { noHelp } from '../../src/app/form-help.ts';
import { defineCommand, findOperation } from '../../src/core/define.ts';
import type { Invocation, OperationName } from '../../src/core/invocation.ts';
import { hidden, reference, text } from '../../src/core/params.ts';
import { plain, text as words } from '../../src/core/rich-text.ts';
import { view } from '../../src/core/view.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { chooseSpeech } from '../../src/views/choose-speech.ts';

/** As it would be if it always asked. */
const due = memberOperation({
  asks: true,
  params: { task: reference('task', { required: true }), due: text(), seen: hidden() },
  run: async () => view(),
});
const asking = [defineCommand({ name: 'task', subcommands: { due } })];

function open(
  operation: OperationName,
  input: Invocation['input'],
  via: Invocation['via'],
  locale = 'en',
  help = noHelp,
  declared = commands,
) {
  const found = findOperation(declared, operation);
  assert.ok(found);
  const speech = chooseSpeech(createCatalogue(), { locale, zone: 'UTC' }, new Date(), {});
  const invocation: Invocation = {
    id: '1',
    place: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' },
    placeName: 'general',
    direct: false,
    actor: { accountId: 'U1', name: 'Maria' },
    operation,
    input,
    via,
    names: {},
  };
  return toForm(found, invocation, speech, help);
}

describe('a form', () => {
  it('after a typed command asks for every input, with what was given filled in', () => {
    const form = open('task.add', { due: 'friday', owner: '<@U2|sam>' }, 'command');
    assert.deepEqual(
      form.fields.map(({ name }) => name),
      ['title', 'owner', 'due', 'repeat', 'notes', 'goal'],
    );
    const [title, owner, due] = form.fields;
    assert.deepEqual([title?.required, title?.value], [true, undefined]);
    assert.deepEqual([owner?.required, owner?.value, due?.value], [false, 'U2', 'friday']);
    assert.deepEqual(form.press, { operation: 'task.add', input: {} });
  });

  it('after a pressed control asks only for what is missing, and carries the rest', () => {
    const form = open('task.due', { in: 'c1', task: 'T-1' }, 'control');
    assert.deepEqual(
      form.fields.map(({ name }) => name),
      ['due'],
    );
    assert.deepEqual(form.press, { operation: 'task.due', input: { in: 'c1', task: 'T-1' } });
  });

  it('calls its fields by words for reading, in the reader’s language', () => {
    const labels = (locale: string) =>
      open('coalition.create', {}, 'command', locale).fields.map(({ label }) => plain(label));
    assert.deepEqual(labels('en'), ['Name', 'Time zone', 'Language']);
    assert.deepEqual(labels('es'), ['Nombre', 'Zona horaria', 'Idioma']);
  });

  it('offers what a reference can be, unless something else was written', () => {
    const help = {
      choices: { task: [{ label: 'T-2 Draw the flyer', value: 'T-2' }] },
      present: { due: words('never') },
      filled: {},
      about: null,
    };
    const openWith = (given: string | undefined) => {
      const form = open('task.due', given === undefined ? {} : { task: given }, 'command', 'en', help);
      const [task, due] = form.fields;
      assert.match(plain(due?.hint ?? []), /^Now: never\. /);
      return [task?.input.type, task?.value];
    };
    assert.deepEqual(openWith(undefined), ['choice', undefined]);
    assert.deepEqual(openWith('t2'), ['choice', 'T-2']);
    assert.deepEqual(openWith('T-9'), ['text', 'T-9']);
    assert.deepEqual(openWith('the flyer'), ['text', 'the flyer']);
  });

  it('that always opens starts with how things are, under what was given, and carries what no field asks', () => {
    const help = { ...noHelp, filled: { task: 'T-1', due: 'friday', seen: '3' } };
    const openWith = (input: Invocation['input'], via: Invocation['via']) => {
      const { fields, press } = open('task.due', input, via, 'en', help, asking);
      return [press.input, Object.fromEntries(fields.map(({ name, value }) => [name, value]))];
    };
    const known = { task: 'T-1', seen: '3' };
    assert.deepEqual(openWith({ task: 't1' }, 'command'), [known, { due: 'friday' }]);
    assert.deepEqual(openWith({ task: 'T-1', due: ' ' }, 'control'), [known, { due: 'friday' }]);
    assert.deepEqual(openWith({ task: 'T-1', due: 'monday' }, 'command'), [known, { due: 'monday' }]);
    const { title } = open('task.due', { task: 'T-1' }, 'command', 'en', { ...help, about: 'T-1 · Flyer' }, asking);
    assert.equal(plain(title), 'T-1 · Flyer');
  });

  it('offers a choice in the reader’s words, with the contract’s behind them', () => {
    const form = open('coalition.role', { role: 'Facilitator', member: 'maria' }, 'command', 'es');
    const [member, role] = form.fields;
    assert.deepEqual([member?.input.type, member?.value], ['person', undefined]);
    assert.equal(role?.value, 'facilitator');
    assert.ok(role?.input.type === 'choice');
    assert.deepEqual(
      role.input.options.map(({ value }) => value),
      ['organizer', 'facilitator', 'bridge-builder', 'member'],
    );
    assert.match(plain(role.input.options[0]?.label ?? []), /organiza/);
    assert.equal(plain(role.label).charAt(0), 'R');
    assert.deepEqual([plain(form.submit), plain(form.cancel)], ['Enviar', 'Cancelar']);
  });
});
