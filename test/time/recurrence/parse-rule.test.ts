import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRule } from '../../../src/time/recurrence/parse-rule.ts';
import { writeRule } from '../../../src/time/recurrence/rule.ts';

test('a rule is read part by part', () => {
  assert.deepEqual(parseRule('RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU;COUNT=10;WKST=SU'), {
    freq: 'MONTHLY',
    interval: 2,
    count: 10,
    byDay: [
      { weekday: 7, nth: 1 },
      { weekday: 7, nth: -1 },
    ],
    weekStart: 7,
  });
});

for (const [written, again] of [
  ['freq=weekly;byday=tu,th', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  [' RRULE:FREQ=DAILY;INTERVAL=1;WKST=MO; ', 'FREQ=DAILY'],
  ['COUNT=3;FREQ=DAILY', 'FREQ=DAILY;COUNT=3'],
  ['FREQ=MONTHLY;BYDAY=+2TU', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=15,-1,15', 'FREQ=MONTHLY;BYMONTHDAY=-1,15'],
  ['FREQ=DAILY;BYHOUR=18,6;BYMINUTE=0;BYSECOND=30', 'FREQ=DAILY;BYHOUR=6,18;BYMINUTE=0;BYSECOND=30'],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU'],
  ['FREQ=YEARLY;BYYEARDAY=-1', 'FREQ=YEARLY;BYYEARDAY=-1'],
  ['FREQ=DAILY;UNTIL=20270630', 'FREQ=DAILY;UNTIL=20270630'],
  ['FREQ=DAILY;UNTIL=20270630T180000Z', 'FREQ=DAILY;UNTIL=20270630T180000Z'],
  ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1,1', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1,1'],
] as const) {
  test(`${written} is written ${again}`, () => {
    assert.equal(writeRule(parseRule(written)), again);
    assert.deepEqual(parseRule(again), parseRule(written));
  });
}

for (const refused of [
  '',
  'FREQ=',
  'INTERVAL=2',
  'FREQ=FORTNIGHTLY',
  'FREQ=DAILY;FREQ=DAILY',
  'FREQ=DAILY;BYEASTER=1',
  'FREQ=DAILY=WEEKLY',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=1.5',
  'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;COUNT=100000',
  'FREQ=DAILY;COUNT=3;UNTIL=20270630',
  'FREQ=DAILY;UNTIL=20270631',
  'FREQ=DAILY;UNTIL=20270630T250000',
  'FREQ=DAILY;UNTIL=tomorrow',
  'FREQ=DAILY;BYHOUR=24',
  'FREQ=DAILY;BYHOUR=-1',
  'FREQ=DAILY;BYDAY=1MO',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;BYDAY=MO,',
  'FREQ=WEEKLY;BYMONTHDAY=1',
  'FREQ=MONTHLY;BYDAY=-MO',
  'FREQ=MONTHLY;BYDAY=0MO',
  'FREQ=MONTHLY;BYMONTHDAY=0',
  'FREQ=MONTHLY;BYMONTHDAY=32',
  'FREQ=MONTHLY;BYMONTH=13',
  'FREQ=MONTHLY;BYYEARDAY=1',
  'FREQ=MONTHLY;BYWEEKNO=1',
  'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO',
  'FREQ=YEARLY;BYDAY=53MO',
  `FREQ=DAILY;BYHOUR=8,20;BYMINUTE=${Array.from({ length: 60 }, (_, minute) => minute)}`,
  'FREQ=YEARLY;BYYEARDAY=100;BYDAY=MO',
  'FREQ=YEARLY;BYYEARDAY=100;BYMONTHDAY=1',
  'FREQ=YEARLY;BYWEEKNO=20;BYMONTHDAY=1',
]) {
  test(`${JSON.stringify(refused)} is refused`, () => {
    assert.throws(() => parseRule(refused), RangeError);
  });
}
