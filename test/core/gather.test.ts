import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGathering } from '../../src/core/gather.ts';

/** Work that is done when it is told so, and remembers what it was given. */
function createSlowWork() {
  const batches: { items: readonly number[]; done: () => void }[] = [];
  const work = (items: readonly number[]) => {
    const { promise, resolve } = Promise.withResolvers<readonly number[]>();
    batches.push({ items, done: () => resolve(items.map((item) => item * 2)) });
    return promise;
  };
  return { batches, work };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('gathering', () => {
  it('does together what was asked for in one turn, and gives everybody their own', async () => {
    const { batches, work } = createSlowWork();
    const ask = createGathering(work);
    const answers = Promise.all([1, 2, 3].map(ask));
    await turn();
    assert.deepEqual(
      batches.map(({ items }) => items),
      [[1, 2, 3]],
    );
    batches[0]?.done();
    assert.deepEqual(await answers, [2, 4, 6]);
  });

  it('keeps for the next batch what is asked for meanwhile, so many at most', async () => {
    const { batches, work } = createSlowWork();
    const ask = createGathering(work, { most: 2 });
    const first = ask(1);
    await turn();
    const others = Promise.all([2, 3, 4].map(ask));
    await turn();
    assert.equal(batches.length, 1);
    for (let batch = 0; batch < 3; batch += 1) {
      batches[batch]?.done();
      await turn();
    }
    assert.deepEqual([await first, ...(await others)], [2, 4, 6, 8]);
    assert.deepEqual(
      batches.map(({ items }) => items),
      [[1], [2, 3], [4]],
    );
  });

  it('tells everybody of a failure, and goes on', async () => {
    let failures = 1;
    const ask = createGathering<number, number>(async (items) => {
      if (failures-- > 0) throw new Error('no');
      return items;
    });
    await assert.rejects(ask(1), /no/);
    assert.equal(await ask(2), 2);
  });

  it('lets one of many fail alone', async () => {
    const ask = createGathering<number, number>(async (items) =>
      items.map((item) => (item === 1 ? Promise.reject(new Error('no')) : item)),
    );
    const [one, two] = await Promise.allSettled([ask(1), ask(2)]);
    assert.equal(one.status, 'rejected');
    assert.deepEqual(two, { status: 'fulfilled', value: 2 });
  });
});
