import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/outbox/limits.ts';
import { createBucket, createEither, createRolling, type Meter } from '../../src/outbox/meters.ts';

/** When calls are made that all want to be made at once, from `now` on. */
function callAll(meter: Meter, count: number, now = 0): number[] {
  return Array.from({ length: count }, () => {
    now = Math.max(now, meter.freeAt());
    assert.ok(meter.room(now) > 0, `free at ${now}, and yet there is no room`);
    meter.note(now);
    return now;
  });
}

/** The most calls that fall within any such stretch of time. */
function mostWithin(length: number, calls: readonly number[]): number {
  return Math.max(...calls.map((first) => calls.filter((call) => call >= first && call < first + length).length));
}

describe('a rolling meter', () => {
  it('has room again for each call when its time is over', () => {
    const meter = createRolling({ calls: 2, length: 1_000 });
    assert.deepEqual(callAll(meter, 5), [0, 0, 1_050, 1_050, 2_100]);
    assert.equal(meter.room(2_100), 1);
    assert.equal(meter.room(9_000), 2);
    assert.equal(meter.isIdle(3_149), false);
    assert.equal(meter.isIdle(3_150), true);
  });
});

describe('either of two meters', () => {
  it('has what the first leaves, and then what the second does', () => {
    const meter = createEither(createRolling({ calls: 2, length: 1_000 }), createBucket({ burst: 1, every: 400 }));
    assert.equal(meter.room(0), 3);
    assert.deepEqual(callAll(meter, 7), [0, 0, 0, 400, 800, 1_050, 1_050]);
  });
});

describe('edits in Slack', () => {
  const ofWorkspace = () => {
    const limit = limits.slack.edit.find(({ scope }) => scope === 'workspace');
    assert.ok(limit);
    return limit.meter();
  };

  it('come twenty at once, and then never stand still for more than about two seconds', () => {
    const calls = callAll(ofWorkspace(), 200);
    assert.ok(calls.slice(0, 20).every((call) => call === 0));
    const pauses = calls.map((call, index) => call - (calls[index - 1] ?? 0));
    assert.ok(Math.max(...pauses) < 2_100, `${Math.max(...pauses)}`);
    assert.ok((calls.at(-1) ?? 0) < 200 * 1_250, 'nearly all that Slack allows is used');
  });

  it('are never more than fifty in any minute, whenever they are wanted', () => {
    const pauses = fc.array(fc.nat({ max: 90_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 40 }), (given, together) => {
        const meter = ofWorkspace();
        let now = 0;
        const calls = given.flatMap((pause) => {
          const made = callAll(meter, together, now + pause);
          now = Math.max(now + pause, ...made);
          return made;
        });
        assert.ok(calls.length === 0 || mostWithin(60_000, calls) <= 50);
      }),
    );
  });
});
