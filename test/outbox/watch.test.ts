import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWatch } from '../../src/outbox/watch.ts';

describe('a watch', () => {
  /** Looks that last until the test ends them, in the order in which they were begun. */
  function createLooks() {
    const begun: { readonly at: number; readonly end: (next: number) => void }[] = [];
    const watch = createWatch(() => {
      const { promise, resolve } = Promise.withResolvers<number>();
      begun.push({ at: performance.now(), end: resolve });
      return promise;
    });
    return { begun, watch };
  }

  /** No moment of a test. */
  const never = 1_000_000_000;

  it('looks when it starts, and not before', async () => {
    const { begun, watch } = createLooks();
    watch.lookBy(performance.now());
    assert.equal(begun.length, 0);
    watch.start();
    assert.equal(begun.length, 1);
    begun[0]?.end(never);
    await watch.stop();
  });

  it('looks again at the soonest of the moments that it is given', async () => {
    const { begun, watch } = createLooks();
    watch.start();
    const from = performance.now();
    begun[0]?.end(from + 60_000);
    await watch.rest();
    watch.lookBy(from + 30);
    watch.lookBy(from + 50_000);
    while (begun.length < 2) await new Promise(setImmediate);
    // A timer may come a little early.
    const waited = (begun[1]?.at ?? 0) - from;
    assert.ok(waited >= 28 && waited < 50_000, `${waited}`);
    begun[1]?.end(never);
    await watch.stop();
  });

  it('looks once more where it was wanted during a look, and never twice at once', async () => {
    const { begun, watch } = createLooks();
    watch.start();
    watch.lookBy(performance.now());
    watch.lookBy(performance.now());
    assert.equal(begun.length, 1);
    begun[0]?.end(never);
    await watch.rest();
    assert.equal(begun.length, 2);
    begun[1]?.end(never);
    await watch.rest();
    assert.equal(begun.length, 2);
    await watch.stop();
  });

  it('begins nothing after it was stopped, and is over when its last look is', async () => {
    const { begun, watch } = createLooks();
    watch.start();
    let over = false;
    const stopped = watch.stop().then(() => {
      over = true;
    });
    watch.lookBy(performance.now());
    await new Promise(setImmediate);
    assert.equal(over, false);
    begun[0]?.end(performance.now());
    await stopped;
    assert.equal(begun.length, 1);
  });
});
