import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAdjustableClock, systemClock } from '../../src/time/clock.ts';

test('an adjustable clock runs on from where it was set, and back', () => {
  let machine = new Date('2027-03-10T12:00:00Z');
  const clock = createAdjustableClock({ now: () => machine });
  assert.deepEqual(clock.now(), machine);
  clock.moveTo(new Date('2027-03-17T09:00:00Z'));
  machine = new Date('2027-03-10T12:00:05Z');
  assert.deepEqual(clock.now(), new Date('2027-03-17T09:00:05Z'));
  clock.reset();
  assert.deepEqual(clock.now(), machine);
});

test('the clock of the machine moves on', () => {
  const before = Date.now();
  assert.ok(systemClock.now().getTime() >= before);
});
