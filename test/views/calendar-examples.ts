import type { View } from '../../src/core/view.ts';
import type { OpenedCalendar } from '../../src/domain/calendars/addresses.ts';
import type { OccurrenceDetails } from '../../src/domain/conversations/details.ts';
import { calendarOpened } from '../../src/views/conversations/calendar.ts';
import type { Speech } from '../../src/views/speech.ts';
import { coalitionId } from './examples.ts';

const token = 'kX3_'.repeat(11).slice(0, 43);
const opened: OpenedCalendar = { of: 'me', token, renewable: true, renewed: false, only: null };

/** Everything that is answered about calendars once. */
export function everyCalendar(
  speech: Speech,
  { series, once }: Readonly<Record<'series' | 'once', OccurrenceDetails>>,
): Readonly<Record<string, View>> {
  const coalition = { id: coalitionId, name: 'River City' };
  const open = { coalition, site: { url: 'https://convener.example.org', isPublic: true } };
  const hidden = { coalition, site: { url: 'http://localhost:3000', isPublic: false } };
  const only = (occurrence: OccurrenceDetails) => ({ ...opened, only: { occurrence, token } });
  return {
    calendar: calendarOpened(speech, opened, open),
    calendarHidden: calendarOpened(speech, only(series), hidden),
    calendarOfSeries: calendarOpened(speech, only(series), open),
    calendarOfOne: calendarOpened(speech, only(once), open),
    calendarOfOver: calendarOpened({ ...speech, now: once.endsAt }, only(once), open),
    calendarShared: calendarOpened(speech, { ...opened, of: 'coalition', renewable: false }, open),
    calendarRenewed: calendarOpened(speech, { ...opened, of: 'coalition', renewed: true }, hidden),
  };
}
