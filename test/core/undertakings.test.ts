import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createUndertakings } from '../../src/core/undertakings.ts';

describe('what is under way', () => {
  test('is waited for at the end, whether it succeeds or not', async () => {
    const { undertake, finish } = createUndertakings();
    const [one, other] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const done: string[] = [];
    undertake(() => one.promise);
    const failing = undertake(() => other.promise);
    const finished = finish(60_000).then(() => done.push('finished'));
    one.resolve();
    await one.promise;
    done.push('one');
    other.reject(new Error('no'));
    await assert.rejects(failing ?? Promise.resolve());
    await finished;
    assert.deepEqual(done, ['one', 'finished']);
  });

  test('is not begun any more after the end', async () => {
    const { undertake, finish } = createUndertakings();
    await finish(0);
    let begun = false;
    const refused = undertake(async () => {
      begun = true;
    });
    assert.equal(refused, null);
    assert.equal(begun, false);
  });

  test('is left behind when patience ends', async () => {
    const { undertake, finish } = createUndertakings();
    undertake(() => new Promise(() => {}));
    await finish(1);
  });
});
