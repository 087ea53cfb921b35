import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { memberOperation } from '../../commands/operations.ts';
import { toPlan } from '../../src/app/plan.ts';
import { defineCommand } from '../../src/core/define.ts';
import type { Invocation } from '../../src/core/invocation.ts';
import { reference, text } from '../../src/core/params.ts';
import { view } from '../../src/core/view.ts';

const draw = memberOperation({
  asks: true,
  params: { task: reference('task', { required: true }), title: text() },
  run: async () => view(),
});
const flyer = defineCommand({ name: 'flyer', subcommands: { draw } });

function plan(invocation: Partial<Invocation>) {
  return toPlan([...commands, flyer], {
    id: '1',
    place: { platform: 'slack', workspaceId: 'T1', channelId: 'C1' },
    placeName: 'general',
    direct: false,
    actor: { accountId: 'U1', name: 'Maria' },
    operation: 'task.add',
    input: {},
    via: 'command',
    names: {},
    ...invocation,
  });
}

const privately = { type: 'run', visibility: 'private', inPlace: false };

describe('what an invocation leads to', () => {
  it('is a form where a required input is missing or blank', () => {
    assert.deepEqual(plan({}), { type: 'form' });
    assert.deepEqual(plan({ input: { title: '  ', due: 'friday' } }), { type: 'form' });
    assert.deepEqual(plan({ operation: 'task.due', input: { task: 'T-1' }, via: 'control' }), { type: 'form' });
  });

  it('is no form upon a form: what is missing in one is said', () => {
    assert.deepEqual(plan({ via: 'form' }), privately);
  });

  it('is a run, seen and placed as the operation says', () => {
    assert.deepEqual(plan({ input: { title: 'Call' } }), privately);
    assert.deepEqual(plan({ operation: 'coalition.show' }), { ...privately, visibility: 'space' });
    assert.deepEqual(plan({ operation: 'task.list', via: 'control' }), { ...privately, inPlace: true });
  });

  it('is a form whatever was given where the operation always asks, but for what the form is about', () => {
    const draw = { operation: 'flyer.draw' } as const;
    assert.deepEqual(plan({ ...draw, input: { task: 'T-1', title: 'Flyer' } }), { type: 'form' });
    assert.deepEqual(plan({ ...draw, input: { task: 'T-1' }, via: 'control' }), { type: 'form' });
    assert.deepEqual(plan({ ...draw, input: { title: 'Flyer' } }), privately);
    assert.deepEqual(plan({ ...draw, input: { task: 'T-1' }, via: 'form' }), privately);
  });

  it('is a private answer where nobody can do that, or it could not be read', () => {
    assert.deepEqual(plan({ operation: 'task.eat' }), privately);
    assert.deepEqual(plan({ operation: 'task.constructor' }), privately);
    assert.deepEqual(plan({ problem: { code: 'input.unknown-key', params: {} } }), privately);
  });
});
