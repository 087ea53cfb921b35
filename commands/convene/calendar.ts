import { choice, occurrence } from '../../src/core/params.ts';
import { calendarOwners, openCalendar, renewCalendar } from '../../src/domain/calendars/addresses.ts';
import { calendarOpened } from '../../src/views/conversations/calendar.ts';
import { memberOperation } from '../operations.ts';
import { comingOnes } from './suggestions.ts';

const of = choice(calendarOwners);

const open = memberOperation({
  params: { conversation: occurrence(), of },
  suggest: comingOnes,
  run: async (context, { conversation, of = 'me' }) =>
    calendarOpened(context.speech, await openCalendar(context, of, conversation), context),
});

const renew = memberOperation({
  inPlace: true,
  params: { of },
  run: async (context, { of = 'me' }) => calendarOpened(context.speech, await renewCalendar(context, of), context),
});

/** Conversations in people's own calendars. */
export const calendar = { subcommands: { calendar: open }, controls: { 'new-address': renew } };
