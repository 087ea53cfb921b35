import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { type Result, soak, type Variant } from './soak.ts';
import { toTable } from './table.ts';
import { seed } from './wishes.ts';

/** How many of what is wrong are shown. */
const shown = 20;

/** Runs each variant as a test, and says how all of them went in the end. */
export function soakAll(database: string, variants: readonly Variant[]): void {
  const results: Result[] = [];
  const say = (words: string) => process.stdout.write(`${words}\n`);
  after(() => {
    if (results.length > 0) say(`\nOn ${database}, with the seed ${seed}:\n\n${toTable(results)}`);
  });

  describe(`on ${database}, with the seed ${seed}, everything is said exactly once`, () => {
    for (const variant of variants) {
      it(`by ${variant.name}`, async (t) => {
        const result = await soak(t, variant, seed);
        results.push(result);
        for (const [problem, times] of result.problems) t.diagnostic(`${times} × ${problem}`);
        assert.deepEqual(result.wrong.slice(0, shown), []);
        assert.equal(result.once, result.deliveries);
        if (variant.closing) assert.ok(result.instead > 0, 'no conversation was ever found closed');
        assert.ok(result.kills >= variant.kills && result.deliveries > variant.kills);
      });
    }
  });
}
