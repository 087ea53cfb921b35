import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UserError } from '../../../src/core/errors.ts';
import { occurrencesAfter } from '../../../src/time/recurrence/occurrences.ts';
import { type RecurrenceReader, readRecurrence } from '../../../src/time/words/read-recurrence.ts';
import { englishRecurrences } from './recurrences-en.ts';
import { spanishRecurrences } from './recurrences-es.ts';

const newYorker: RecurrenceReader = { now: new Date('2027-03-10T19:20:40Z'), zone: 'America/New_York', locale: 'en' };
const madrilena: RecurrenceReader = { now: new Date('2027-03-10T13:20:40Z'), zone: 'Europe/Madrid', locale: 'es' };

/** The first time and the rule that were understood. */
function understand(raw: string, reader: RecurrenceReader): string {
  try {
    const { wall, rule } = readRecurrence(raw, reader);
    return `${wall} ${rule}`;
  } catch (error) {
    if (error instanceof UserError && error.code === 'input.recurrence') return 'unread';
    if (error instanceof UserError && error.code === 'input.hours') return 'hours';
    if (error instanceof UserError && error.code === 'input.never') return 'never';
    if (error instanceof UserError && error.code === 'input.date-past') return 'past';
    throw error;
  }
}

for (const [phrase, meaning] of Object.entries(englishRecurrences)) {
  test(`an English reader's ${JSON.stringify(phrase)} is ${meaning}`, () => {
    assert.equal(understand(phrase, newYorker), meaning);
  });
}

for (const [phrase, meaning] of Object.entries(spanishRecurrences)) {
  test(`a Spanish reader's ${JSON.stringify(phrase)} is ${meaning}`, () => {
    assert.equal(understand(phrase, madrilena), meaning);
  });
}

test('what is read says its zone, and whether an hour was named', () => {
  assert.deepEqual(readRecurrence('cada martes', madrilena), {
    ...{ wall: '2027-03-16T09:00', zone: 'Europe/Madrid', rule: 'FREQ=WEEKLY;BYDAY=TU', timed: false },
  });
  assert.equal(readRecurrence('cada martes a las 9', madrilena).timed, true);
  assert.equal(readRecurrence('FREQ=DAILY;BYHOUR=8', madrilena).timed, true);
});

test('an end and a start that are over are named, and so is what never comes', () => {
  const past = { code: 'input.date-past', params: { given: '2020-01-01', understood: { day: '2020-01-01' } } };
  assert.throws(() => readRecurrence('every day until 2020-01-01', newYorker), past);
  assert.throws(() => readRecurrence('cada día desde 2020-01-01', madrilena), past);
  assert.throws(() => readRecurrence('FREQ=DAILY;UNTIL=20200101', newYorker), {
    ...past,
    params: { ...past.params, given: 'UNTIL=20200101' },
  });
  assert.throws(() => readRecurrence('Every February 30', newYorker), {
    code: 'input.never',
    params: { given: 'Every February 30' },
  });
});

test('hours are counted from the next one on the clock, or from the one that is said', () => {
  assert.deepEqual(nextWalls('every 2 hours', newYorker, 2), ['2027-03-10T15:00', '2027-03-10T17:00']);
  assert.deepEqual(nextWalls('every 4 hours at 9:30', newYorker, 2), ['2027-03-10T17:30', '2027-03-10T21:30']);
  const early = { ...newYorker, now: new Date('2027-03-10T12:20:40Z') };
  assert.deepEqual(nextWalls('every hour', early, 2), ['2027-03-10T08:00', '2027-03-10T09:00']);
  assert.deepEqual(nextWalls('every hour starting tomorrow', early, 1), ['2027-03-11T00:00']);
});

test('an error names what was given', () => {
  assert.throws(() => readRecurrence(' every banana ', newYorker), {
    code: 'input.recurrence',
    params: { given: 'every banana' },
  });
});

for (const [raw, hours] of Object.entries({
  'every weekday 9 and 14:30': '9:00, 14:30',
  'todos los días a las 9 y cuarto y a las 17': '9:15, 17:00',
  'the last weekday of the month at 9 and 17': '9:00, 17:00',
  'every friday at 9:00 and midnight': '9:00, 24:00',
  'every 2 days at 9:00 and midnight': '9:00, 24:00',
})) {
  test(`the hours of ${JSON.stringify(raw)} cannot be kept together, and the error names them`, () => {
    assert.throws(() => readRecurrence(raw, newYorker), { code: 'input.hours', params: { hours } });
  });
}

/** The next times on the wall of what somebody said. */
function nextWalls(raw: string, reader: RecurrenceReader, count: number): readonly string[] {
  return occurrencesAfter(readRecurrence(raw, reader), reader.now, count).map(({ wall }) => wall);
}

test('months that are left out are passed over, year after year', () => {
  assert.deepEqual(nextWalls('every month on the 15th at 18:00 except june to august', newYorker, 5), [
    ...['2027-03-15T18:00', '2027-04-15T18:00', '2027-05-15T18:00', '2027-09-15T18:00', '2027-10-15T18:00'],
  ]);
  assert.deepEqual(nextWalls('el último lunes de cada mes a las 9 salvo en abril y mayo', madrilena, 3), [
    ...['2027-03-29T09:00', '2027-06-28T09:00', '2027-07-26T09:00'],
  ]);
  assert.deepEqual(nextWalls('the first monday of every month 9:00 in june and july', newYorker, 3), [
    ...['2027-06-07T09:00', '2027-07-05T09:00', '2028-06-05T09:00'],
  ]);
  assert.deepEqual(nextWalls('cada dos semanas el lunes a las 9 menos en abril', madrilena, 4), [
    ...['2027-03-15T09:00', '2027-03-29T09:00', '2027-05-10T09:00', '2027-05-24T09:00'],
  ]);
});

test('several hours a day come one after the other', () => {
  assert.deepEqual(nextWalls('every tuesday and thursday at 9:30 and 17:30', newYorker, 5), [
    ...['2027-03-11T09:30', '2027-03-11T17:30', '2027-03-16T09:30', '2027-03-16T17:30', '2027-03-18T09:30'],
  ]);
  assert.deepEqual(nextWalls('cada dos días a las 9 y a las 17', madrilena, 4), [
    ...['2027-03-10T17:00', '2027-03-12T09:00', '2027-03-12T17:00', '2027-03-14T09:00'],
  ]);
});

test('of several hours, one in a gap moves on by the gap, and one with which it falls together is the only one', () => {
  const before = { ...newYorker, now: new Date('2027-03-14T05:00:00Z') };
  const instants = (raw: string, reader: RecurrenceReader) =>
    occurrencesAfter(readRecurrence(raw, reader), reader.now, 3).map(({ at }) => at.toISOString().slice(0, 16));
  assert.deepEqual(instants('every day at 2:30 and 14:30', before), [
    ...['2027-03-14T07:30', '2027-03-14T18:30', '2027-03-15T06:30'],
  ]);
  assert.deepEqual(instants('every day at 2:30 and 3:30', before), [
    ...['2027-03-14T07:30', '2027-03-15T06:30', '2027-03-15T07:30'],
  ]);
  const overlap = { ...newYorker, now: new Date('2027-11-07T04:00:00Z') };
  assert.deepEqual(instants('every day at 1:30 and 13:30', overlap), [
    ...['2027-11-07T05:30', '2027-11-07T18:30', '2027-11-08T06:30'],
  ]);
});

test('seven times are seven, whatever the hours of a day', () => {
  assert.equal(nextWalls('every day at 9:00 and 17:00 7 times', newYorker, 99).length, 7);
});

test('the first time is never over', () => {
  const noon = { ...newYorker, now: new Date('2027-03-16T22:00:00Z') };
  assert.equal(understand('every tuesday 18:00', noon), '2027-03-23T18:00 FREQ=WEEKLY;BYDAY=TU');
  assert.equal(understand('every tuesday 18:01', noon), '2027-03-16T18:01 FREQ=WEEKLY;BYDAY=TU');
});

test('today is the day where the reader is', () => {
  const tokyo = { ...newYorker, zone: 'Asia/Tokyo' };
  assert.equal(understand('every day 9:00', tokyo), '2027-03-11T09:00 FREQ=DAILY');
  assert.equal(understand('weekly 9:00', tokyo), '2027-03-11T09:00 FREQ=WEEKLY;BYDAY=TH');
});

test('intervals are counted from the first time', () => {
  const recurrence = readRecurrence('every 2 weeks on monday and thursday at 9:00', newYorker);
  const times = occurrencesAfter(recurrence, newYorker.now, 5).map(({ wall }) => wall);
  const days = ['2027-03-11', '2027-03-22', '2027-03-25', '2027-04-05', '2027-04-08'];
  assert.deepEqual(
    times,
    days.map((day) => `${day}T09:00`),
  );
});

test('until a day includes that day, and seven times are seven', () => {
  const last = (raw: string) => occurrencesAfter(readRecurrence(raw, newYorker), newYorker.now, 99).at(-1)?.wall;
  assert.equal(last('every wednesday 23:30 until june 30'), '2027-06-30T23:30');
  assert.equal(last('every tuesday 18:00 7 times'), '2027-04-27T18:00');
  assert.equal(last('every tuesday 18:00 for 7 weeks'), '2027-04-27T18:00');
});

test('whatever is written is read or refused, never broken', () => {
  const parts = [
    'every',
    'cada',
    '2',
    'weeks',
    'on',
    'monday',
    'los',
    'martes',
    'y',
    'and',
    'until',
    'hasta',
    'june 30',
  ];
  const more = [
    '7',
    'times',
    'veces',
    'first',
    'last',
    'de',
    'mes',
    'month',
    'the',
    '15th',
    '18:00',
    'FREQ=DAILY',
    ',',
    'except',
    'salvo en',
    'june',
    'a las 9',
    'midnight',
    'weekday',
  ];
  const phrases = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...parts, ...more), { maxLength: 7 }).map((all) => all.join(' ')),
    fc.string().map((end) => `FREQ=DAILY;${end}`),
  );
  const property = fc.property(phrases, (raw) => {
    assert.match(
      understand(raw, madrilena),
      /^(?:unread|hours|never|past|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)? FREQ=[A-Z].*)$/,
    );
  });
  fc.assert(property, { numRuns: 500 });
});
