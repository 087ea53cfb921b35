import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createRecent } from '../../src/app/recent.ts';

it('lets an invocation run once', () => {
  const recent = createRecent();
  assert.equal(recent.begin('one'), true);
  assert.equal(recent.begin('two'), true);
  assert.equal(recent.begin('one'), false);
});

it('lets run again what came to nothing', () => {
  const recent = createRecent();
  recent.begin('one');
  recent.forget('one');
  assert.equal(recent.begin('one'), true);
  assert.equal(recent.begin('one'), false);
});

it('keeps the last ten thousand, and no more', () => {
  const recent = createRecent();
  for (let id = 0; id <= 10_000; id += 1) recent.begin(String(id));
  assert.equal(recent.begin('1'), false);
  assert.equal(recent.begin('0'), true);
});
