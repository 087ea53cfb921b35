import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextOccurrence, occurrencesAfter, type Recurrence } from '../../../src/time/recurrence/occurrences.ts';
import { combinations, drawn, rfcExamples } from './published-cases.ts';
import { publishedInstants } from './published-instants.ts';

const longAgo = new Date('1980-01-01T00:00:00Z');

function walls(recurrence: Recurrence, after: Date, count: number): readonly string[] {
  return occurrencesAfter(recurrence, after, count).map(({ wall }) => wall);
}

for (const [source, cases] of Object.entries({ 'RFC 5545': rfcExamples, combinations, drawn })) {
  for (const { rule, start, times } of cases) {
    test(`${source}: ${rule} from ${start} comes at the published times`, () => {
      const recurrence = { wall: start, zone: 'Africa/Abidjan', rule };
      assert.deepEqual(walls(recurrence, longAgo, times.length), times);
    });

    test(`${source}: ${rule} from ${start} is the same when asked in the middle`, () => {
      const recurrence = { wall: start, zone: 'Africa/Abidjan', rule };
      for (const [index, time] of times.entries()) {
        const later = times.slice(index + 1);
        assert.deepEqual(walls(recurrence, new Date(`${time}Z`), later.length), later);
      }
    });
  }
}

for (const [zone, instants] of Object.entries(publishedInstants)) {
  test(`${zone} comes to the published instants`, () => {
    for (const [wall, at] of Object.entries(instants)) {
      const recurrence = { wall, zone, rule: 'FREQ=DAILY;COUNT=1' };
      assert.deepEqual(occurrencesAfter(recurrence, longAgo, 2), [{ wall, at: new Date(at) }]);
    }
  });
}

test('a time in a gap moves on by the gap for that day alone', () => {
  const recurrence = { wall: '2027-03-13T02:30', zone: 'America/New_York', rule: 'FREQ=DAILY' };
  const instants = occurrencesAfter(recurrence, longAgo, 3).map(({ at }) => at.toISOString());
  assert.deepEqual(instants, ['2027-03-13T07:30:00.000Z', '2027-03-14T07:30:00.000Z', '2027-03-15T06:30:00.000Z']);
});

test('a time that a gap moved is found from within the gap', () => {
  const recurrence = { wall: '2027-03-13T02:30', zone: 'America/New_York', rule: 'FREQ=DAILY' };
  // 03:15 on the wall, later than the 02:30 that was named.
  const next = nextOccurrence(recurrence, new Date('2027-03-14T07:15:00Z'));
  assert.deepEqual(next, { wall: '2027-03-14T02:30', at: new Date('2027-03-14T07:30:00Z') });
});

test('a time in an overlap comes once', () => {
  const recurrence = { wall: '2027-11-06T01:30', zone: 'America/New_York', rule: 'FREQ=DAILY' };
  const first = new Date('2027-11-07T05:30:00Z');
  assert.deepEqual(nextOccurrence(recurrence, new Date('2027-11-07T05:00:00Z'))?.at, first);
  assert.deepEqual(nextOccurrence(recurrence, first)?.at, new Date('2027-11-08T06:30:00Z'));
  // 01:15 on the wall for the second time.
  assert.deepEqual(nextOccurrence(recurrence, new Date('2027-11-07T06:15:00Z'))?.at, new Date('2027-11-08T06:30:00Z'));
});

test('a day that a zone skipped does not double the next, and is not lost where there is no other', () => {
  const apia = { wall: '2011-12-29T18:00', zone: 'Pacific/Apia' };
  const daily = walls({ ...apia, rule: 'FREQ=DAILY' }, longAgo, 3);
  assert.deepEqual(daily, ['2011-12-29T18:00', '2011-12-31T18:00', '2012-01-01T18:00']);
  const fridays = { ...apia, rule: 'FREQ=WEEKLY;BYDAY=FR' };
  // Saturday has begun and its 18:00 is ahead, a day late on the wall and in time on the clock.
  const next = nextOccurrence(fridays, new Date('2011-12-31T03:00:00Z'));
  assert.deepEqual(next, { wall: '2011-12-30T18:00', at: new Date('2011-12-31T04:00:00Z') });
});

test('what a gap moved stands in its place among the others', () => {
  const halves = { wall: '2027-03-14T01:30', zone: 'America/New_York', rule: 'FREQ=MINUTELY;INTERVAL=45' };
  const found = occurrencesAfter(halves, longAgo, 4);
  assert.deepEqual(
    found.map(({ wall }) => wall),
    ['2027-03-14T01:30', '2027-03-14T03:00', '2027-03-14T02:15', '2027-03-14T03:45'],
  );
});

test('the hour stays on the wall when the zone changes its rules', () => {
  const istanbul = { wall: '2016-10-29T09:00', zone: 'Europe/Istanbul', rule: 'FREQ=MONTHLY' };
  const found = occurrencesAfter(istanbul, longAgo, 3).map(({ at }) => at.toISOString().slice(11, 16));
  assert.deepEqual(found, ['06:00', '06:00', '06:00']);
  const mexico = { wall: '2022-10-29T09:00', zone: 'America/Mexico_City', rule: 'FREQ=DAILY' };
  const hours = occurrencesAfter(mexico, longAgo, 2).map(({ at }) => at.toISOString().slice(11, 16));
  assert.deepEqual(hours, ['14:00', '15:00']);
});

test('another zone moves the instants and not the wall', () => {
  const madrid = { wall: '2027-03-16T18:00', zone: 'Europe/Madrid', rule: 'FREQ=WEEKLY;BYDAY=TU' };
  const kolkata = { ...madrid, zone: 'Asia/Kolkata' };
  assert.deepEqual(walls(kolkata, longAgo, 20), walls(madrid, longAgo, 20));
  assert.deepEqual(nextOccurrence(kolkata, longAgo)?.at, new Date('2027-03-16T12:30:00Z'));
});

test('exceptions do not take place, by the day or by the time, and count among the times', () => {
  const recurrence = {
    ...{ wall: '2027-03-16T18:00', zone: 'Europe/Madrid', rule: 'FREQ=WEEKLY;COUNT=4' },
    exceptions: ['2027-03-23', '2027-03-30T18:00', '2027-04-06T17:00'],
  };
  assert.deepEqual(walls(recurrence, longAgo, 9), ['2027-03-16T18:00', '2027-04-06T18:00']);
});

test('an end is a day and all of it, a time on the wall, or an instant', () => {
  const base = { wall: '2027-03-28T18:00', zone: 'America/Los_Angeles' };
  const last = (until: string) => walls({ ...base, rule: `FREQ=DAILY;UNTIL=${until}` }, longAgo, 99).at(-1);
  assert.equal(last('20270330'), '2027-03-30T18:00');
  assert.equal(last('20270330T180000'), '2027-03-30T18:00');
  assert.equal(last('20270330T175959'), '2027-03-29T18:00');
  assert.equal(last('20270331T010000Z'), '2027-03-30T18:00');
  assert.equal(last('20270331T005959Z'), '2027-03-29T18:00');
});

test('nothing comes after the end, and nothing of a rule that names no day', () => {
  const base = { wall: '2027-03-16T18:00', zone: 'UTC' };
  assert.equal(nextOccurrence({ ...base, rule: 'FREQ=DAILY;COUNT=2' }, new Date('2027-03-17T18:00:00Z')), null);
  for (const rule of ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=MONTHLY;INTERVAL=12;BYMONTH=5']) {
    assert.equal(nextOccurrence({ ...base, rule }, longAgo), null);
  }
});

test('times are counted through long pauses', () => {
  const rule = 'FREQ=DAILY;BYMONTH=3,6;BYMONTHDAY=12;BYDAY=SU;COUNT=5';
  const sundays = walls({ wall: '2000-05-04T06:00', zone: 'UTC', rule }, longAgo, 9).map((wall) => wall.slice(0, 10));
  assert.deepEqual(sundays, ['2005-06-12', '2006-03-12', '2011-06-12', '2016-06-12', '2017-03-12']);
});

test('a zone, a start or a rule that cannot be is a RangeError', () => {
  const base = { wall: '2027-03-16T18:00', zone: 'UTC', rule: 'FREQ=DAILY' };
  for (const wrong of [{ zone: 'Mars/Olympus' }, { wall: '2027-13-01T00:00' }, { rule: 'FREQ=NEVER' }]) {
    assert.throws(() => nextOccurrence({ ...base, ...wrong }, longAgo), RangeError);
  }
});

test('asked one after the other, occurrences are those asked at once, in order, each once', () => {
  const rules = fc.constantFrom(
    ...['FREQ=DAILY', 'FREQ=HOURLY;INTERVAL=5', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU', 'FREQ=MONTHLY;BYDAY=-1SU'],
    ...['FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=WEEKLY;COUNT=9;BYDAY=SA,SU'],
  );
  const zones = fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Gaza', 'UTC');
  const starts = fc.date({ min: new Date('2009-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const property = fc.property(rules, zones, starts, (rule, zone, start) => {
    const recurrence = { wall: start.toISOString().slice(0, 16), zone, rule };
    const atOnce = occurrencesAfter(recurrence, start, 12);
    let after = start;
    for (const occurrence of atOnce) {
      assert.deepEqual(nextOccurrence(recurrence, after), occurrence);
      assert.ok(occurrence.at > after);
      after = occurrence.at;
    }
  });
  fc.assert(property, { numRuns: 150 });
});

test('in some months alone, a rule names what it names in them without that', () => {
  const rules = fc.constantFrom(
    ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU'],
    ...['FREQ=MONTHLY;BYDAY=1TU,-1FR', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=DAILY;BYHOUR=9,17'],
    ...['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,15'],
  );
  const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 });
  const starts = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const property = fc.property(rules, months, starts, (rule, some, start) => {
    const recurrence = { wall: start.toISOString().slice(0, 16), zone: 'Europe/Madrid', rule };
    const whole = walls(recurrence, longAgo, 700).filter((wall) => some.includes(Number(wall.slice(5, 7))));
    const limited = { ...recurrence, rule: `${rule};BYMONTH=${some}` };
    assert.deepEqual(walls(limited, longAgo, Math.min(12, whole.length)), whole.slice(0, 12));
  });
  fc.assert(property, { numRuns: 40 });
});

test('at several hours, a rule comes when it comes at each of them', () => {
  const rules = fc.constantFrom(
    ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU', 'FREQ=MONTHLY;BYDAY=2SU,-1SU'],
  );
  const zones = fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Europe/Madrid', 'Asia/Gaza', 'UTC');
  const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 4 });
  const days = fc.constantFrom('2027-03-12', '2027-03-26', '2027-04-02', '2027-10-01', '2027-10-29', '2027-11-05');
  const minutes = fc.constantFrom('00', '15', '30');
  const property = fc.property(rules, zones, hours, days, minutes, (rule, zone, some, day, minute) => {
    const at = (hour: number) => ({ wall: `${day}T${String(hour).padStart(2, '0')}:${minute}`, zone });
    const together = { ...at(0), rule: `${rule};BYHOUR=${some}` };
    const instants = (recurrence: Recurrence) =>
      occurrencesAfter(recurrence, longAgo, 20).map((each) => each.at.getTime());
    const apart = [...new Set(some.flatMap((hour) => instants({ ...at(hour), rule })))].sort(
      (one, other) => one - other,
    );
    assert.deepEqual(instants(together), apart.slice(0, 20));
  });
  fc.assert(property, { numRuns: 100 });
});
