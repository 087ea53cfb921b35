import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { getTasks } from 'node-cron';
import { startClockwork } from '../../src/clockwork/cron.ts';
import { addReminder } from '../../src/domain/reminders/add-reminder.ts';
import { createAdjustableClock } from '../../src/time/clock.ts';
import { foundOnBoth, noon } from '../support/members.ts';
import { silence } from '../support/silence.ts';
import { openTestStore } from '../support/store.ts';
import { at, occurrencesIn } from '../support/ticking.ts';

test('the clockwork looks when it starts and whenever it is nudged, and wakes whoever carries what is due', async (t) => {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  await addReminder(maria, { text: 'one', when: at('2027-03-01T12:00:10') });
  await addReminder(maria, { text: 'other', when: at('2027-03-01T13:00') });
  const clock = createAdjustableClock();
  clock.moveTo(noon);
  let woken = 0;
  const waking = new EventTarget();
  const wake = () => {
    woken += 1;
    waking.dispatchEvent(new Event('woken'));
  };
  const first = once(waking, 'woken');
  const clockwork = startClockwork({ store, clock, log: silence, wake });
  await first;
  assert.equal((await occurrencesIn(store)).length, 1);
  clock.moveTo(new Date('2027-03-01T13:00:00Z'));
  await clockwork.nudge();
  assert.deepEqual([(await occurrencesIn(store)).length, woken], [2, 2]);
  await clockwork.nudge();
  assert.equal(woken, 2);
  await clockwork.stop();
});

test('a clockwork that stopped leaves nothing that would wake it', async (t) => {
  const store = await openTestStore(t);
  const before = getTasks().size;
  const clockwork = startClockwork({ store, clock: { now: () => noon }, log: silence, wake: () => {} });
  assert.equal(getTasks().size, before + 2);
  await clockwork.stop();
  await setImmediate();
  assert.equal(getTasks().size, before);
});

test('a store that fails stops no clockwork: the operator is told, and the next look goes on', async (t) => {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  const clock = createAdjustableClock();
  clock.moveTo(noon);
  const told: string[] = [];
  let broken = true;
  const log = { ...silence, error: (_: object, message: string) => void told.push(message) };
  // The real store, of which one answer fails.
  const failing = {
    ...store,
    get db() {
      if (broken) throw new Error('no answer');
      return store.db;
    },
  };
  const clockwork = startClockwork({ store: failing, clock, log, wake: () => {} });
  await clockwork.nudge();
  assert.ok(told.length > 0);
  broken = false;
  await addReminder(maria, { text: 'one', when: at('2027-03-01T12:00:10') });
  await clockwork.nudge();
  assert.equal((await occurrencesIn(store)).length, 1);
  await clockwork.stop();
});
