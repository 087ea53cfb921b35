import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTurns } from '../../src/core/turns.ts';

/** Work that ends when the test says so, and notes when it begins. */
function createWork(begun: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = async () => {
    begun.push(name);
    await promise;
    return name;
  };
  return { work, end: resolve };
}

test('work about the same thing goes one after the other, and other work meanwhile', async () => {
  const takeTurns = createTurns();
  const begun: string[] = [];
  const [one, two, other] = ['one', 'two', 'other'].map((name) => createWork(begun, name));
  assert.ok(one && two && other);
  const first = takeTurns('C-1', one.work);
  const second = takeTurns('C-1', two.work);
  const third = takeTurns('C-2', other.work);
  other.end();
  assert.equal(await third, 'other');
  assert.deepEqual(begun, ['one', 'other']);
  one.end();
  assert.equal(await first, 'one');
  two.end();
  assert.equal(await second, 'two');
});

test('what fails is told to whoever wanted it, and the next has its turn', async () => {
  const takeTurns = createTurns();
  const failing = takeTurns('C-1', () => Promise.reject(new Error('no')));
  const next = takeTurns('C-1', async () => 'done');
  await assert.rejects(failing, /no/);
  assert.equal(await next, 'done');
});
