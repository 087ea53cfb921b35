import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTooOften } from '../../../src/domain/schedules/too-often.ts';
import { noon } from '../../support/members.ts';

describe('what comes too often', () => {
  const cases: readonly (readonly [rule: string, hourly: boolean, daily: boolean])[] = [
    ['FREQ=SECONDLY', true, true],
    ['FREQ=MINUTELY', true, true],
    ['FREQ=MINUTELY;INTERVAL=59', true, true],
    ['FREQ=MINUTELY;INTERVAL=60', false, true],
    ['FREQ=HOURLY', false, true],
    ['FREQ=HOURLY;INTERVAL=23', false, true],
    ['FREQ=HOURLY;INTERVAL=48', false, false],
    ['FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30', true, true],
    ['FREQ=WEEKLY;BYDAY=MO;BYHOUR=9,17', false, true],
    ['FREQ=DAILY', false, false],
    ['FREQ=WEEKLY;BYDAY=MO,TU', false, false],
    ['FREQ=DAILY;COUNT=1', false, false],
  ];
  for (const [rule, hourly, daily] of cases) {
    it(`${rule}: ${hourly ? 'more' : 'not more'} than once an hour, ${daily ? 'more' : 'not more'} than once a day`, () => {
      // A day in these weeks has 23 hours: the clocks are put forward on 14 March.
      const timing = { wall: '2027-03-02T09:00', zone: 'America/Chicago', rule };
      assert.deepEqual([isTooOften(timing, noon, 'hourly'), isTooOften(timing, noon, 'daily')], [hourly, daily]);
    });
  }
});
