import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSlots } from '../../src/core/slots.ts';

describe('slots', () => {
  it('let so many work at once, and the others in their order', async () => {
    const { within } = createSlots(2);
    const begun: number[] = [];
    const ends = [1, 2, 3, 4].map(() => Promise.withResolvers<void>());
    const work = ends.map(({ promise }, index) =>
      within(() => {
        begun.push(index);
        return promise;
      }),
    );
    await new Promise(setImmediate);
    assert.deepEqual(begun, [0, 1]);
    ends[1]?.resolve();
    await work[1];
    await new Promise(setImmediate);
    assert.deepEqual(begun, [0, 1, 2]);
    for (const { resolve } of ends) resolve();
    await Promise.all(work);
    assert.deepEqual(begun, [0, 1, 2, 3]);
  });

  it('are free again after a failure', async () => {
    const { within } = createSlots(1);
    await assert.rejects(
      within(() => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(await within(async () => 'done'), 'done');
  });
});
