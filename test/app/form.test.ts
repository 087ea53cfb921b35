import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { toForm } from '../../src/app/form.ts';
import { chooseSpeech } from '../../src/app/speech.ts';
import { findOperation } from '../../src/core/define.ts';
import type { Invocation, OperationName } from '../../src/core/invocation.ts';
import { plain } from '../../src/core/rich-text.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';

function open(operation: OperationName, input: Invocation['input'], via: Invocation['via'], locale = 'en') {
  const found = findOperation(commands, operation);
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
  return toForm(found, invocation, speech);
}

describe('a form', () => {
  it('after a typed command asks for every input, with what was given filled in', () => {
    const form = open('task.add', { due: 'friday', owner: '<@U2|sam>' }, 'command');
    assert.deepEqual(
      form.fields.map(({ name }) => name),
      Object.keys(findOperation(commands, 'task.add')?.params ?? {}),
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
