import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextAttempt, retryWaits } from '../../src/outbox/retry.ts';

const now = new Date('2027-03-01T12:00:00Z');
const waitAfter = (attempts: number, asked?: number) => {
  const at = nextAttempt(now, attempts, asked);
  return at && at.getTime() - now.getTime();
};

describe('another try', () => {
  it('waits longer each time, and comes to an end', () => {
    assert.deepEqual(
      retryWaits,
      retryWaits.toSorted((a, b) => a - b),
    );
    assert.deepEqual(
      retryWaits.map((_, index) => waitAfter(index + 1)),
      retryWaits,
    );
    assert.equal(waitAfter(retryWaits.length + 1), null);
  });

  it('waits as long as the platform asks, however often it does', () => {
    assert.equal(waitAfter(1, 30_000), 30_000);
    assert.equal(waitAfter(2, 10), 1_000);
    assert.equal(waitAfter(retryWaits.length + 1, 2_000), 2_000);
  });
});
