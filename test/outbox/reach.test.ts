import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReach } from '../../src/outbox/reach.ts';

describe('how much is in hand', () => {
  it('grows with a fast platform up to a bound, and shrinks again with a slow one', () => {
    const reach = createReach();
    const least = reach.size();
    for (let claim = 0; claim <= 20; claim += 1) reach.noteFull(claim);
    const most = reach.size();
    assert.ok(most > least);
    reach.noteFull(21);
    assert.equal(reach.size(), most);
    for (let claim = 1; claim <= 20; claim += 1) reach.noteFull(claim * 10_000);
    assert.equal(reach.size(), least);
  });
});
