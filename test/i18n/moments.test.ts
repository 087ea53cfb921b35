import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../../src/core/rich-text.ts';
import { showClock, showDay, showMoment, showZone } from '../../src/i18n/moments.ts';

const at = new Date('2027-03-15T02:30:00Z');

test('a moment stands in words in the zone and the language asked for', () => {
  assert.match(
    plain(showMoment(at, 'moment', 'en', 'America/Los_Angeles')),
    /^Sunday, March 14, 2027.* 7:30\sPM PDT$/u,
  );
  assert.match(plain(showMoment(at, 'moment', 'es', 'Europe/Madrid')), /^lunes, 15 de marzo de 2027.* 3:30 CET$/u);
  assert.match(plain(showMoment(at, 'time', 'en', 'UTC')), /^2:30\sAM UTC$/u);
  assert.equal(plain(showMoment(at, 'date', 'es', 'UTC')), 'lunes, 15 de marzo de 2027');
});

test('a calendar day is the same day for everybody', () => {
  assert.equal(plain(showDay('2027-03-14', 'en')), 'Sunday, March 14, 2027');
  assert.equal(plain(showDay('2027-03-14T23:59', 'es')), 'domingo, 14 de marzo de 2027');
  assert.deepEqual(showDay('2027-03-14', 'en')[0]?.type, 'text');
});

test('the hour on the wall stands alone, or with its day', () => {
  assert.match(showClock(at, 'en', 'America/Los_Angeles', { day: false }), /^7:30\sPM$/u);
  assert.match(showClock(at, 'en', 'America/Los_Angeles', { day: true }), /^Sunday,? (?:at )?7:30\sPM$/u);
  assert.equal(showClock(at, 'es', 'Europe/Madrid', { day: true }), 'lunes, 3:30');
});

test('a zone is called as people call it, the same in summer and winter, and never by its IANA name', () => {
  const summer = new Date('2027-07-15T02:30:00Z');
  for (const when of [at, summer]) {
    assert.equal(showZone(when, 'en', 'America/Los_Angeles'), 'Pacific Time');
    assert.equal(showZone(when, 'es', 'America/Los_Angeles'), 'hora del Pacífico');
    assert.equal(showZone(when, 'es', 'UTC'), 'UTC');
  }
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    for (const locale of ['en', 'es']) assert.doesNotMatch(showZone(at, locale, zone), /[/_]/, zone);
  }
});
