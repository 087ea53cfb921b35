import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CalendarEntry } from '../../../src/core/calendar.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { toIcs } from '../../../src/web/calendar/to-ics.ts';
import { readCalendar, shownIn } from '../../support/calendars.ts';

const zone = 'America/Chicago';
const at = (wall: string, where = zone) => ({ wall, at: toInstant(wall, where) });

const entry: CalendarEntry = {
  ...{ uid: 'one', zone, begin: at('2027-03-03T18:00'), end: at('2027-03-03T19:30'), repeats: null, replaces: null },
  ...{ status: 'confirmed', sequence: 2, title: 'Listening circle', place: 'Library', url: null, description: 'Words' },
  ...{ createdAt: new Date('2027-03-01T12:00:00Z'), changedAt: new Date('2027-03-02T12:00:00Z') },
};
const write = (...entries: readonly Partial<CalendarEntry>[]) =>
  toIcs({ name: 'Neighbours', entries: entries.map((each) => ({ ...entry, ...each })) });
const startsIn = (ics: string) => shownIn(ics).map(({ from }) => from);

describe('a calendar that is written down', () => {
  it('says what there is once, with the zone by which its clocks go', () => {
    const ics = write({});
    assert.match(ics, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    assert.match(ics, /\r\nEND:VCALENDAR\r\n$/);
    assert.match(ics, /\r\nDTSTART;TZID=America\/Chicago:20270303T180000\r\n/);
    assert.equal(ics.match(/BEGIN:VTIMEZONE/g)?.length, 1);
    assert.deepEqual(shownIn(ics), [
      {
        ...{ uid: 'one', title: 'Listening circle', from: '2027-03-04T00:00:00.000Z', to: '2027-03-04T01:30:00.000Z' },
        ...{ status: 'CONFIRMED', sequence: 2, place: 'Library', description: 'Words' },
      },
    ]);
  });

  it('needs no zone for what is in UTC, and has one where it holds nothing', () => {
    const ics = write({ zone: null });
    assert.match(ics, /\r\nDTSTART:20270304T000000Z\r\n/);
    assert.doesNotMatch(ics, /TZID/);
    assert.equal(readCalendar(write()).getAllSubcomponents().length, 1);
  });

  it('calls each zone what its own description calls it, whatever it was called', () => {
    const ics = write(
      { zone: 'US/Central' },
      { zone: 'Asia/Calcutta', begin: at('2027-03-03T18:00', 'Asia/Calcutta') },
    );
    const named = readCalendar(ics)
      .getAllSubcomponents('vtimezone')
      .map((component) => component.getFirstPropertyValue('tzid'));
    const used = [...ics.matchAll(/DTSTART;TZID=([^:]+):/g)].map(([, name]) => name);
    assert.deepEqual(used.sort(), named.sort());
  });

  it('keeps every character of what people write', () => {
    const hostile = [
      'Bread, roses; and \\ slashes: "quoted"\nin two lines\r\nand three',
      'BEGIN:VEVENT\nSUMMARY:not so\nEND:VCALENDAR',
      '\\n \\, \\; \\\\',
      `سلام ${'🧑🏽‍🤝‍🧑🏿'.repeat(40)}${' ñandú '.repeat(30)}`,
    ];
    for (const words of hostile) {
      const ics = toIcs({ name: words, entries: [{ ...entry, title: words, place: words, description: words }] });
      const [shown, ...others] = shownIn(ics);
      const kept = words.replaceAll('\r\n', '\n');
      assert.deepEqual([shown?.title, shown?.place, shown?.description, others], [kept, kept, kept, []]);
      // The parser leaves what RFC 5545 does not know as it is written.
      const name = String(readCalendar(ics).getFirstPropertyValue('name'));
      assert.equal(
        name.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character)),
        kept,
      );
    }
  });

  it('has no line of more than 75 octets and cuts no character in two', () => {
    const ics = write({ description: '🧑🏽‍🤝‍🧑🏿é日'.repeat(60), title: 'a'.repeat(74) });
    for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(ics, /\uFFFD/);
    assert.doesNotMatch(ics.replaceAll('\r\n', ''), /[\r\n]/);
    assert.equal(Buffer.from(ics).toString(), ics);
  });

  it('leads where the address leads', () => {
    const ics = write({ url: 'https://meet.example.org/a;b?c=1,2' });
    assert.match(ics.replaceAll('\r\n ', ''), /\r\nURL;VALUE=URI:https:\/\/meet\.example\.org\/a%3Bb\?c=1%2C2\r\n/);
  });

  it('repeats by the clocks of its zone, without the times that are left out', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270331T230000Z';
    const repeats = { rule, except: [at('2027-03-10T18:00'), at('2027-03-24T18:00')] };
    assert.deepEqual(startsIn(write({ repeats })), [
      '2027-03-04T00:00:00.000Z',
      '2027-03-17T23:00:00.000Z',
      '2027-03-31T23:00:00.000Z',
    ]);
  });

  it('keeps the hour of a series whose first time the clocks skip', () => {
    const begin = at('2027-03-14T02:30');
    const repeats = { rule: 'FREQ=DAILY;UNTIL=20270315T073000Z', except: [] };
    const moved = { begin: at('2027-03-14T03:30'), end: at('2027-03-14T04:30'), replaces: begin };
    const ics = write({ begin, end: at('2027-03-14T03:30'), repeats }, moved);
    assert.match(ics, /\r\nDTSTART;TZID=America\/Chicago:20270314T023000\r\n/);
    assert.deepEqual(startsIn(ics), ['2027-03-14T08:30:00.000Z', '2027-03-15T07:30:00.000Z']);
  });
});
