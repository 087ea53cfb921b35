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
    if (!(error instanceof UserError && error.code === 'input.recurrence')) throw error;
    return 'unread';
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

test('an error names what was given', () => {
  assert.throws(() => readRecurrence(' every banana ', newYorker), {
    code: 'input.recurrence',
    params: { given: 'every banana' },
  });
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
  ];
  const phrases = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...parts, ...more), { maxLength: 7 }).map((all) => all.join(' ')),
    fc.string().map((end) => `FREQ=DAILY;${end}`),
  );
  const property = fc.property(phrases, (raw) => {
    assert.match(understand(raw, madrilena), /^(?:unread|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)? FREQ=[A-Z].*)$/);
  });
  fc.assert(property, { numRuns: 500 });
});
