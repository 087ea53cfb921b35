import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { RawInput } from '../../../src/core/invocation.ts';
import { parseControlId, toControlId } from '../../../src/platforms/discord/control-ids.ts';
import { createKeptInputs } from '../../../src/platforms/discord/kept-inputs.ts';

const coalition = '0191f2a4-7c1b-7d3e-9a55-1c2d3e4f5a6b';
const recallNothing = () => null;

describe('the id of a control', () => {
  test('is the press as it reads', () => {
    const press = { operation: 'task.done', input: { task: 'T-12' } } as const;
    assert.deepEqual(toControlId({ press }), { customId: 'task.done?task=T-12' });
    assert.deepEqual(parseControlId('task.done?task=T-12', recallNothing), { press });
  });

  test('says what a select fills and whether a form opens', () => {
    const control = {
      press: { operation: 'task.assign', input: { task: 'T-1' } },
      fills: 'owner',
      opensForm: true,
    } as const;
    const { customId } = toControlId(control);
    assert.equal(customId, 'task.assign?task=T-1#>owner#!');
    assert.deepEqual(parseControlId(customId, recallNothing), control);
  });

  test('comes back whole through what is kept, and fits in any case', () => {
    const names = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' })), (given) => {
        const control = { press: { operation: 'task.list', input: { ...given } }, opensForm: true } as const;
        const kept = new Map<string, RawInput>();
        const id = toControlId(control);
        if (id.kept) kept.set(id.kept.key, id.kept.input);
        assert.ok(id.customId.length <= 100);
        assert.deepEqual(
          parseControlId(id.customId, (key) => kept.get(key) ?? null),
          control,
        );
      }),
    );
  });

  test('keeps the coalition and what is short where the rest has gone', () => {
    const input = { notes: 'long '.repeat(40), task: 'T-12', in: coalition };
    const { customId } = toControlId({ press: { operation: 'task.due', input } });
    assert.deepEqual(parseControlId(customId, recallNothing)?.press.input, { in: coalition, task: 'T-12' });
  });

  test('is nothing where it is not one of ours', () => {
    for (const id of ['', 'x', 'Task.done', 'task.done.x', '#!', '?task=T-1']) {
      assert.equal(parseControlId(id, recallNothing), null);
    }
  });
});

describe('kept inputs', () => {
  test('are given back until their time is over', () => {
    let now = 0;
    const kept = createKeptInputs(10, 100, () => now);
    kept.keepAll([{ key: 'a', input: { title: 'x' } }]);
    now = 99;
    assert.deepEqual(kept.recall('a'), { title: 'x' });
    now = 100;
    assert.equal(kept.recall('a'), null);
  });

  test('make room by dropping the one kept longest ago', () => {
    const kept = createKeptInputs(2, 100, () => 0);
    kept.keepAll(['a', 'b', 'a', 'c'].map((key) => ({ key, input: { key } })));
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => kept.recall(key) !== null),
      [true, false, true],
    );
  });
});
