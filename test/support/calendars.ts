import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import type { CalendarRequest } from '../../src/core/calendar.ts';
import { type CalendarOwner, openCalendar } from '../../src/domain/calendars/addresses.ts';
import { findCalendar } from '../../src/domain/calendars/find-calendar.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import type { Store } from '../../src/store/open.ts';
import { calendarFile } from '../../src/views/conversations/calendar.ts';
import { toIcs } from '../../src/web/calendar/to-ics.ts';
import { noon } from './members.ts';

/** What an independent calendar program makes of a file: one time of something, as it shows it. */
export interface Shown {
  readonly uid: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly sequence: number;
  readonly place: string | null;
  readonly description: string;
}

/** Reads a calendar file as another program does, with its own expansion of rules and its own view of zones. */
export function readCalendar(ics: string): ICAL.Component {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(ics));
  assert.equal(calendar.name, 'vcalendar');
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar;
}

/** All that the program shows, in the order of time. What is moved or called off stands in place of what the rule names. */
export function shownIn(ics: string): Shown[] {
  const components = readCalendar(ics).getAllSubcomponents('vevent');
  const masters = components.filter((component) => !component.hasProperty('recurrence-id'));
  return masters
    .flatMap((master) => {
      const uid = master.getFirstPropertyValue('uid');
      const exceptions = components.filter(
        (other) => other.hasProperty('recurrence-id') && other.getFirstPropertyValue('uid') === uid,
      );
      return expand(new ICAL.Event(master, { exceptions }));
    })
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** A rule that does not end would go on for ever. */
const most = 1_000;

function expand(event: ICAL.Event): Shown[] {
  if (!event.isRecurring()) return [toShown(event, event.startDate, event.endDate)];
  const found: Shown[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(toShown(item, startDate, endDate));
    assert.ok(found.length < most, 'the rule has no end');
  }
  return found;
}

function toShown(event: ICAL.Event, from: ICAL.Time, to: ICAL.Time): Shown {
  return {
    uid: event.uid,
    title: event.summary,
    from: from.toJSDate().toISOString(),
    to: to.toJSDate().toISOString(),
    status: String(event.component.getFirstPropertyValue('status')),
    sequence: event.sequence,
    place: event.location,
    description: event.description,
  };
}

/** What the program shows of the calendar at an address. */
export async function readAddress({ db }: Pick<Store, 'db'>, request: CalendarRequest, now = noon): Promise<Shown[]> {
  const found = await findCalendar(db, request, now);
  assert.ok(found && found !== 'revoked', 'there is no calendar at that address');
  const t = createCatalogue().speak('en');
  return shownIn(toIcs(calendarFile({ t, locale: 'en', zone: 'UTC', now }, found)));
}

/** The same of the calendar that a member has, or that of their coalition. */
export async function readOwn(store: Store, acting: Acting, of: CalendarOwner = 'me', now = noon): Promise<Shown[]> {
  const { token } = await openCalendar(acting, of);
  return readAddress(store, { token, only: null }, now);
}
