import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityZones } from '../../src/time/cities.ts';
import { toPlainWords } from '../../src/time/plain-words.ts';
import { zoneAbbreviations } from '../../src/time/zone-abbreviations.ts';
import {
  findZone,
  isShownOnce,
  isZone,
  shareClocks,
  suggestZones,
  toInstant,
  toWallClock,
} from '../../src/time/zones.ts';

for (const [raw, zone] of [
  ['Europe/Madrid', 'Europe/Madrid'],
  ['europe/madrid', 'Europe/Madrid'],
  ['madrid', 'Europe/Madrid'],
  [' Los  Angeles ', 'America/Los_Angeles'],
  ['los_angeles', 'America/Los_Angeles'],
  ['new york', 'America/New_York'],
  ['America/New York', 'America/New_York'],
  ['Nueva York', 'America/New_York'],
  ['Bogotá', 'America/Bogota'],
  ['San Francisco', 'America/Los_Angeles'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['utc', 'UTC'],
  ['EST', 'America/New_York'],
  ['edt', 'America/New_York'],
  ['ET', 'America/New_York'],
  ['CST', 'America/Chicago'],
  ['CDT', 'America/Chicago'],
  ['CT', 'America/Chicago'],
  ['MST', 'America/Denver'],
  ['MDT', 'America/Denver'],
  ['MT', 'America/Denver'],
  ['PST', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['PT', 'America/Los_Angeles'],
  ['Pacific Time', 'America/Los_Angeles'],
  ['AKDT', 'America/Anchorage'],
  ['HST', 'Pacific/Honolulu'],
  ['GMT', 'UTC'],
  ['BST', 'Europe/London'],
  ['CET', 'Europe/Berlin'],
  ['CEST', 'Europe/Berlin'],
  ['WEST', 'Europe/Lisbon'],
  ['EEST', 'Europe/Athens'],
  ['IST', null],
  ['AST', null],
  ['Londres', 'Europe/London'],
  ['Tokio', 'Asia/Tokyo'],
  ['Pekín', 'Asia/Shanghai'],
  ['España', 'Europe/Madrid'],
  ['Ciudad de México', 'America/Mexico_City'],
  ['El Cairo', 'Africa/Cairo'],
  ['Atlantis', null],
  ['+02:00', null],
  ['constructor', null],
  ['', null],
  ['; DROP TABLE', null],
] as const) {
  test(`the zone ${JSON.stringify(raw)} is found as ${zone}`, () => {
    assert.equal(findZone(raw), zone);
  });
}

test('every city of ours is in a zone that there is, under the name people type', () => {
  for (const [city, zone] of Object.entries(cityZones)) {
    assert.equal(findZone(city.toUpperCase()), zone);
    assert.equal(toPlainWords(city), city);
    assert.ok(Intl.supportedValuesOf('timeZone').includes(zone) || isZone(zone), zone);
  }
});

test('every short name of a time is that of a zone with such a clock, or of none', () => {
  for (const [name, zone] of Object.entries(zoneAbbreviations)) {
    assert.equal(findZone(name.toUpperCase()), zone);
    assert.equal(toPlainWords(name), name);
    assert.ok(zone === null || isZone(zone), name);
  }
});

test('links are zones and offsets are none', () => {
  assert.equal(isZone('Asia/Calcutta'), true);
  assert.equal(isZone('+05:30'), false);
  assert.equal(isZone('Mars/Olympus'), false);
});

test('suggestions start with what was typed, then contain it, each once', () => {
  assert.equal(suggestZones('madr', 5)[0], 'Europe/Madrid');
  assert.equal(suggestZones('san fr', 5)[0], 'America/Los_Angeles');
  assert.equal(suggestZones('EST', 5)[0], 'America/New_York');
  const found = suggestZones('america', 25);
  assert.equal(found.length, 25);
  assert.equal(new Set(found).size, 25);
  assert.ok(found.every((zone) => zone.startsWith('America/')));
  assert.ok(suggestZones('york', 5).includes('America/New_York'));
  assert.deepEqual(suggestZones('atlantis', 5), []);
  assert.ok(suggestZones('', 10).length > 5);
});

test('a wall-clock time in a gap moves forward, one in an overlap is the first', () => {
  assert.deepEqual(toInstant('2027-03-28T02:30', 'Europe/Madrid'), new Date('2027-03-28T01:30Z'));
  assert.deepEqual(toInstant('2027-10-31T02:30', 'Europe/Madrid'), new Date('2027-10-31T00:30Z'));
  assert.deepEqual(toInstant('2027-10-03T02:15', 'Australia/Lord_Howe'), new Date('2027-10-02T15:45Z'));
  assert.deepEqual(toInstant('2027-07-01T12:00', 'Asia/Kathmandu'), new Date('2027-07-01T06:15Z'));
  assert.throws(() => toInstant('2027-13-01T00:00', 'UTC'), RangeError);
});

test('the wall clock of an instant is that of the zone', () => {
  assert.equal(toWallClock(new Date('2027-03-28T01:30Z'), 'Europe/Madrid').toString(), '2027-03-28T03:30:00');
});

test('clocks skip some times and show others twice', () => {
  const times = ['2027-03-14T02:30', '2027-11-07T01:30', '2027-11-07T00:59', '2027-11-07T02:00', '2027-03-14T03:00'];
  assert.deepEqual(
    times.map((wall) => isShownOnce(wall, 'America/Chicago')),
    [false, false, true, true, true],
  );
  assert.ok(times.every((wall) => isShownOnce(wall, 'UTC')));
});

test('two zones share their clocks where these show the same in both halves of the year', () => {
  for (const at of [new Date('2027-01-15T12:00Z'), new Date('2027-07-15T12:00Z')]) {
    assert.ok(shareClocks('Europe/Madrid', 'Europe/Paris', at));
    assert.ok(!shareClocks('America/Phoenix', 'America/Denver', at));
    assert.ok(!shareClocks('Europe/London', 'UTC', at));
  }
});
