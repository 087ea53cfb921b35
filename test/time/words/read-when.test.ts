import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MomentReader } from '../../../src/time/words/read-moment.ts';
import { readWhen } from '../../../src/time/words/read-when.ts';

const reader: MomentReader = {
  ...{ now: new Date('2027-03-10T19:20:40Z'), zone: 'America/New_York', locale: 'en', dayMeans: 'morning' },
};

for (const [raw, wall, rule] of [
  ['tuesday 18:00', '2027-03-16T18:00', null],
  ['every tuesday 18:00', '2027-03-16T18:00', 'FREQ=WEEKLY;BYDAY=TU'],
  ['tuesdays 18:00', '2027-03-16T18:00', 'FREQ=WEEKLY;BYDAY=TU'],
  ['march 14', '2027-03-14', null],
  ['every march 14', '2027-03-14T09:00', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14'],
  ['the 15th', '2027-03-15', null],
  ['the 15th of every month', '2027-03-15T09:00', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['in 2 hours', '2027-03-10T16:20', null],
  ['el martes a las 18:00', '2027-03-16T18:00', null],
  ['los martes a las 18:00', '2027-03-16T18:00', 'FREQ=WEEKLY;BYDAY=TU'],
] as const) {
  test(`${JSON.stringify(raw)} is ${rule ? 'a recurrence' : 'one date'}`, () => {
    const when = readWhen(raw, reader);
    assert.deepEqual([when.wall, 'rule' in when ? when.rule : null], [wall, rule]);
  });
}

test('what is neither is refused, and what is over is told', () => {
  assert.throws(() => readWhen(' every banana ', reader), { code: 'input.when', params: { given: 'every banana' } });
  assert.throws(() => readWhen('yesterday', reader), { code: 'input.date-past' });
  assert.throws(() => readWhen('monday and wednesday 9:00', reader), { code: 'input.when' });
});
