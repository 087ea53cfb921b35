import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toCoalition } from './coalition.ts';
import { countsOf } from './counting.ts';
import { lifetime } from './life.ts';
import { type Memory, slopeOf } from './memory.ts';
import { liveYear } from './year.ts';

/** How many months it takes until everything was done that is done at all, and Node has compiled what is done often. */
const warmUp = 3;

/**
 * By how much the heap may grow in each month after that, in megabytes. Node still compiles now and then; 200 coalitions
 * hear of 4,700 things in a month, so that 110 bytes that were kept of each would be found.
 */
const mostGrowth = 0.5;

/** How much more memory of the machine may be held in the last months than in the first. Node gives back little. */
const mostResident = 1.25;

/** How many of what is wrong are shown. */
const shown = 20;

/** Has so many coalitions live through a year, as a test. */
export function soakYear(database: string, count: number): void {
  describe(`on ${database}, a year of ${count} coalitions`, () => {
    it('a year has everything said once, at its hour on the wall, and memory stays flat', async (t) => {
      const began = performance.now();
      const { received, wrong, memory } = await liveYear(t, count, (month, { heap, resident }) =>
        t.diagnostic(`${month}: ${heap.toFixed(1)} MB of objects, ${resident.toFixed(0)} MB in all`),
      );
      const total = received.flatMap(Object.values).reduce((sum, number) => sum + number, 0);
      t.diagnostic(`${total} things received, in ${Math.round((performance.now() - began) / 1_000)} s`);
      assert.deepEqual(wrong.slice(0, shown), []);
      const coalitions = Array.from({ length: count }, (_, index) => toCoalition(index));
      assert.deepEqual(
        received,
        coalitions.map((coalition) => countsOf(coalition, lifetime)),
      );
      assertFlat(memory);
    });
  });
}

function assertFlat(memory: readonly Memory[]): void {
  assert.equal(memory.length, 12);
  const settled = memory.slice(warmUp);
  const growth = slopeOf(settled.map(({ heap }) => heap));
  assert.ok(growth < mostGrowth, `the heap grows by ${growth.toFixed(2)} MB a month`);
  const [first, last] = [settled.slice(0, 3), settled.slice(-3)].map(middleOf);
  assert.ok(Number(last) < Number(first) * mostResident, `${first} MB are held at first, ${last} MB in the end`);
}

function middleOf(three: readonly Memory[]): number {
  return three.map(({ resident }) => resident).toSorted((a, b) => a - b)[1] ?? Number.NaN;
}
