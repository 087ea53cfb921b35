import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../../src/core/rich-text.ts';
import { showDay, showMoment } from '../../src/i18n/moments.ts';

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
