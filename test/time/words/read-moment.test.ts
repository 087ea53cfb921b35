import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UserError } from '../../../src/core/errors.ts';
import { type MomentReader, readMoment } from '../../../src/time/words/read-moment.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { englishPhrases } from './phrases-en.ts';
import { spanishPhrases } from './phrases-es.ts';

const newYorker: MomentReader = {
  now: new Date('2027-03-10T19:20:40Z'),
  zone: 'America/New_York',
  locale: 'en',
  dayMeans: 'end',
};
const madrilena: MomentReader = {
  ...newYorker,
  now: new Date('2027-03-10T13:20:40Z'),
  zone: 'Europe/Madrid',
  locale: 'es',
};

/** The wall-clock time that was understood, or why nothing was. */
function understand(raw: string, reader: MomentReader): string {
  try {
    return readMoment(raw, reader).wall;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.code === 'input.date-past' ? 'past' : 'unread';
  }
}

for (const [phrase, wall] of Object.entries(englishPhrases)) {
  test(`an English reader's ${JSON.stringify(phrase)} is ${wall}`, () => {
    assert.equal(understand(phrase, newYorker), wall);
  });
}

for (const [phrase, wall] of Object.entries(spanishPhrases)) {
  test(`a Spanish reader's ${JSON.stringify(phrase)} is ${wall}`, () => {
    assert.equal(understand(phrase, madrilena), wall);
  });
}

test('a day alone ends with itself, or starts in the morning or as it begins, in the zone of the reader', () => {
  const end = readMoment('friday', newYorker);
  assert.deepEqual(end, { at: new Date('2027-03-13T04:59Z'), wall: '2027-03-12', zone: newYorker.zone, timed: false });
  const morning = readMoment('friday', { ...newYorker, dayMeans: 'morning' });
  assert.deepEqual(morning.at, new Date('2027-03-12T14:00Z'));
  const start = readMoment('until friday', { ...newYorker, dayMeans: 'start' });
  assert.deepEqual([start.at, start.wall], [new Date('2027-03-12T05:00Z'), '2027-03-12']);
  const timed = readMoment('viernes a las 18:00', madrilena);
  assert.deepEqual([timed.at, timed.timed], [new Date('2027-03-12T17:00Z'), true]);
});

test('the month comes first for Americans alone', () => {
  assert.equal(understand('3/4/2028', { ...newYorker, locale: 'en-US' }), '2028-03-04');
  assert.equal(understand('14/3/2028', { ...newYorker, locale: 'en-US' }), '2028-03-14');
  assert.equal(understand('3/4/2028', { ...newYorker, locale: 'en-GB' }), '2028-04-03');
});

test('today is the day where the reader is, not where the machine is', () => {
  const now = new Date('2027-03-10T23:30:00Z');
  assert.equal(understand('tomorrow', { ...newYorker, now, zone: 'Asia/Tokyo' }), '2027-03-12');
  assert.equal(understand('tomorrow', { ...newYorker, now, zone: 'America/Los_Angeles' }), '2027-03-11');
  assert.equal(understand('in 3 days', { ...newYorker, now, zone: 'Pacific/Kiritimati' }), '2027-03-14');
});

test('an hour in a DST gap moves forward by the gap', () => {
  const { at, wall } = readMoment('sunday 2:30', { ...newYorker, now: new Date('2027-03-12T12:00:00Z') });
  assert.deepEqual([at, wall], [new Date('2027-03-14T07:30:00Z'), '2027-03-14T02:30']);
});

test('an hour in a DST overlap is the first of the two', () => {
  const { at } = readMoment('domingo a las 2:30', { ...madrilena, now: new Date('2027-10-29T12:00:00Z') });
  assert.deepEqual(at, new Date('2027-10-31T00:30:00Z'));
});

test('hours from now pass over a DST change as the hours that they are', () => {
  const { at, wall } = readMoment('in 24 hours', { ...newYorker, now: new Date('2027-03-13T17:00:00Z') });
  assert.deepEqual([at, wall], [new Date('2027-03-14T17:00:00Z'), '2027-03-14T13:00']);
  const day = readMoment('in 1 day at noon', { ...newYorker, now: new Date('2027-03-13T17:00:00Z') });
  assert.deepEqual(day.at, new Date('2027-03-14T16:00:00Z'));
});

test('days pass over the turn of the year and leap days', () => {
  const newYearsEve = { ...newYorker, now: new Date('2027-12-31T17:00:00Z') };
  assert.equal(understand('tomorrow', newYearsEve), '2028-01-01');
  assert.equal(understand('friday', newYearsEve), '2028-01-07');
  assert.equal(understand('december 30', newYearsEve), '2028-12-30');
  assert.equal(understand('in 2 months', newYearsEve), '2028-02-29');
  assert.equal(understand('tomorrow', { ...newYorker, now: new Date('2028-02-28T17:00:00Z') }), '2028-02-29');
});

test('an error names what was given and, for the past, what was understood', () => {
  assert.throws(() => readMoment(' friday banana ', newYorker), {
    code: 'input.date',
    params: { given: 'friday banana' },
  });
  const understood = new Date('2027-03-10T14:00:00Z');
  assert.throws(() => readMoment('today 9:00', newYorker), {
    code: 'input.date-past',
    params: { given: 'today 9:00', understood },
  });
  assert.throws(() => readMoment('yesterday', newYorker), {
    code: 'input.date-past',
    params: { given: 'yesterday', understood: { day: '2027-03-09' } },
  });
});

test('a date and time in ISO form is read as it stands in any zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const instants = fc.date({ min: new Date('2027-04-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  const property = fc.property(zones, instants, fc.constantFrom('en', 'es'), (zone, instant, locale) => {
    const wall = instant.toISOString().slice(0, 16);
    const named = readMoment(wall, { ...newYorker, zone, locale });
    assert.deepEqual(named, { at: toInstant(wall, zone), wall, zone, timed: true });
  });
  fc.assert(property, { numRuns: 300 });
});

test('whatever is written is read or refused, never broken', () => {
  const words = fc.constantFrom(
    'friday',
    'mañana',
    'a',
    'las',
    '9',
    'de',
    'la',
    'at',
    'in',
    '2',
    '18:00',
    '29',
    'mar',
    '/',
  );
  const phrases = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
  );
  const property = fc.property(phrases, (raw) => {
    assert.match(understand(raw, madrilena), /^(?:past|unread|\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)$/);
  });
  fc.assert(property, { numRuns: 500 });
});
