import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { endOfQuiet, nextMorning, startOfDay } from '../../src/time/day-times.ts';

const night = { from: '21:00', to: '08:00' };
const siesta = { from: '14:00', to: '16:30' };
const at = (instant: string) => new Date(instant);
const end = (instant: string, hours: typeof night, zone: string) => endOfQuiet(at(instant), hours, zone)?.toISOString();

describe('quiet hours', () => {
  test('that pass midnight end the next morning, whichever side of midnight it is', () => {
    assert.equal(end('2027-03-01T22:00:00Z', night, 'UTC'), '2027-03-02T08:00:00.000Z');
    assert.equal(end('2027-03-02T03:00:00Z', night, 'UTC'), '2027-03-02T08:00:00.000Z');
    assert.equal(end('2027-03-01T21:00:00Z', night, 'UTC'), '2027-03-02T08:00:00.000Z');
  });

  test('are over at their end', () => {
    assert.equal(end('2027-03-02T08:00:00Z', night, 'UTC'), undefined);
    assert.equal(end('2027-03-02T20:59:59Z', night, 'UTC'), undefined);
  });

  test('within a day end that day', () => {
    assert.equal(end('2027-03-01T15:00:00Z', siesta, 'UTC'), '2027-03-01T16:30:00.000Z');
    assert.equal(end('2027-03-01T13:59:00Z', siesta, 'UTC'), undefined);
    assert.equal(end('2027-03-01T16:30:00Z', siesta, 'UTC'), undefined);
  });

  test('go by the clocks of the zone', () => {
    assert.equal(end('2027-03-02T03:30:00Z', night, 'America/Chicago'), '2027-03-02T14:00:00.000Z');
    assert.equal(end('2027-03-01T18:00:00Z', night, 'Asia/Kolkata'), '2027-03-02T02:30:00.000Z');
  });

  test('are an hour shorter in the night when clocks are set forward', () => {
    assert.equal(end('2027-03-14T04:00:00Z', night, 'America/Chicago'), '2027-03-14T13:00:00.000Z');
  });

  test('end after now even where that hour comes twice', () => {
    const early = { from: '23:00', to: '01:30' };
    // 01:10 in Chicago for the second time: 01:30 was there already.
    const now = at('2027-11-07T07:10:00Z');
    const over = endOfQuiet(now, early, 'America/Chicago');
    assert.ok(over && over > now);
  });
});

describe('days', () => {
  test('begin and have their next morning by the clocks of the zone', () => {
    const now = at('2027-03-14T03:00:00Z');
    assert.equal(startOfDay(now, 'America/Chicago').toISOString(), '2027-03-13T06:00:00.000Z');
    assert.equal(nextMorning(now, 'America/Chicago').toISOString(), '2027-03-14T14:00:00.000Z');
  });

  test('whose midnight is skipped begin when clocks go on', () => {
    const now = at('2027-04-23T12:00:00Z');
    // Egypt sets its clocks forward at midnight of the last Friday in April.
    assert.equal(startOfDay(at('2027-04-30T12:00:00Z'), 'Africa/Cairo').toISOString(), '2027-04-29T22:00:00.000Z');
    assert.equal(startOfDay(now, 'Africa/Cairo').toISOString(), '2027-04-22T22:00:00.000Z');
  });
});
