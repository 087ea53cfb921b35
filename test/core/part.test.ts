import assert from 'node:assert/strict';
import { it } from 'node:test';
import { partOf } from '../../src/core/part.ts';

it('leaves none of the calls to nobody, and gives none to two', () => {
  for (const processes of [1, 2, 3, 4, 7, 50]) {
    const parts = Array.from({ length: processes }, (_, place) => partOf(50, { processes, place }));
    assert.equal(
      parts.reduce((sum, part) => sum + part),
      50,
      `${processes}: ${parts}`,
    );
    assert.ok(Math.max(...parts) - Math.min(...parts) <= 1, `${processes}: ${parts}`);
  }
});

it('gives each one at least, however many there are', () => {
  assert.equal(partOf(2, { processes: 3, place: 2 }), 1);
});
