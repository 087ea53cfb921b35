import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decodePress, encodePress } from '../../src/core/press.ts';

describe('the id of a control', () => {
  test('is as short as what it says', () => {
    const input = { task: 'T-12', owner: '<@123456789012345678>', title: '¿Llamar a José? 50/50' };
    const id = 'task.assign?task=T-12&owner=<@123456789012345678>&title=¿Llamar+a+José?+50/50';
    assert.equal(encodePress({ operation: 'task.assign', input }), id);
    assert.deepEqual(decodePress(id), { operation: 'task.assign', input });
  });

  test('is the operation alone where nothing is known', () => {
    assert.equal(encodePress({ operation: 'task.ask-drop', input: {} }), 'task.ask-drop');
    assert.deepEqual(decodePress('task.ask-drop'), { operation: 'task.ask-drop', input: {} });
  });

  test('escapes what means something in it and what cannot be seen', () => {
    const id = encodePress({ operation: 'task.add', input: { title: '1+1=2 & #50%\n\u200B' } });
    assert.equal(id, 'task.add?title=1%2B1%3D2+%26+%2350%25%0A%E2%80%8B');
  });

  test('brings back any input, and never holds a sign of Discord’s marks', () => {
    const words = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...' %&=+#?<>a\n') }));
    fc.assert(
      fc.property(fc.dictionary(words, words), (given) => {
        const press = { operation: 'task.list', input: { ...given } } as const;
        const id = encodePress(press);
        assert.doesNotMatch(id, /[#\s]/);
        assert.deepEqual(decodePress(id), press);
      }),
    );
  });

  test('is none of ours where it reads otherwise', () => {
    for (const id of ['', 'task', 'Task.done', 'task.done.x', '?task=T-1', 'task.done?task=%E0%A4', 'task.done\n']) {
      assert.equal(decodePress(id), null, id);
    }
  });
});
