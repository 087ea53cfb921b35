import type { Mentionable } from '../../src/core/rich-text.ts';
import type { View } from '../../src/core/view.ts';
import type { OccurrenceDetails, Outcome } from '../../src/domain/conversations/details.ts';
import { occurrenceCard } from '../../src/views/conversations/card.ts';
import {
  aheadNotice,
  askedNotice,
  cancelledNotice,
  closingNotice,
  feedbackNotice,
  lapsedNotice,
  leadingNotice,
  movedNotice,
  offeredNotice,
  renewalNotice,
  seatedNotice,
  seriesCancelledNotice,
  soonNotice,
} from '../../src/views/conversations/notices.ts';
import { occurrenceSummary } from '../../src/views/conversations/summary.ts';
import { type Circumstances, digestView, type Notice, noticeView } from '../../src/views/notices/notice.ts';
import type { Speech } from '../../src/views/speech.ts';
import { everyAfterView } from './after-examples.ts';
import { everyAnswer } from './answering-examples.ts';
import { everyCalendar } from './calendar-examples.ts';
import { everyCalling } from './calling-examples.ts';
import { coalitionId, dani, maria } from './examples.ts';

const agenda = ['What is dear to us here?', 'What do we ask the council?', 'Who cooks?'].map((text, index) => {
  return { id: `item-${index}`, text, everyTime: false, author: dani, authorId: 'dani' };
});

/** One time of a series with seats, on the next Tuesday at six in the evening in Madrid, as seen there. */
export const circle: OccurrenceDetails = {
  id: '0198c0de-0000-7000-8000-000000000003',
  coalitionId,
  conversationId: '0198c0de-0000-7000-8000-000000000004',
  number: 3,
  occurrence: 2,
  title: 'Listening circle',
  purpose: 'We hear what this winter has been like for each of us.',
  format: 'circle',
  place: 'Library, first floor',
  wall: '2027-03-16T18:00',
  zone: 'Europe/Madrid',
  startsAt: new Date('2027-03-16T17:00:00Z'),
  endsAt: new Date('2027-03-16T18:30:00Z'),
  minutes: 90,
  movedFrom: null,
  series: { wall: '2027-03-09T18:00', rule: 'FREQ=WEEKLY;BYDAY=TU', plannedUntil: '2027-09-09', state: 'planned' },
  state: 'planned',
  cancelReason: null,
  author: dani,
  authorId: 'dani',
  facilitator: maria,
  facilitatorId: 'maria',
  rsvps: { capacity: 12, coming: 2, offered: 0, firstComing: [maria, dani], maybe: 1, waiting: 0, declined: 1 },
  agenda,
  outcome: null,
  version: 4,
  sequence: 1,
};

/** The same once, with a link for a place and nothing else that can be left out. */
export const bareCall: OccurrenceDetails = {
  ...circle,
  occurrence: null,
  series: null,
  purpose: null,
  place: 'https://meet.example.org/river-city?room=3',
  rsvps: { ...circle.rsvps, capacity: null, coming: 0, firstComing: [], maybe: 0 },
  agenda: [],
};

export const outcome: Outcome = {
  notes: 'We were many, and it was warm.',
  decisions: ['We meet in the library.', 'Dani writes to the council.'],
  tasks: [
    { number: 12, title: 'Call the food bank', owner: maria, done: false },
    { number: 13, title: 'Write to the council', owner: null, done: true },
  ],
  came: 9,
  absent: 2,
  guests: 1,
  worth: 5,
  notWorth: 1,
};
export const closedCircle: OccurrenceDetails = { ...circle, state: 'closed', outcome };

/** The moment at which it is over. */
const over = new Date('2027-03-16T18:30:00Z');

/** Everything that is shown of conversations once, as somebody sees it. */
export function everyConversationView(speech: Speech): Readonly<Record<string, View>> {
  const late = { ...speech, now: over };
  return {
    card: occurrenceCard(speech, circle),
    cardBare: occurrenceCard(speech, bareCall),
    cardFull: occurrenceCard(speech, {
      ...circle,
      rsvps: { ...circle.rsvps, coming: 11, offered: 1, waiting: 4 },
      agenda: [...agenda, ...agenda].map((item, index) => ({ ...item, id: `${index}` })),
    }),
    cardElsewhere: occurrenceCard({ ...speech, zone: 'America/Chicago' }, { ...circle, movedFrom: '2027-03-15T18:00' }),
    cardCancelled: occurrenceCard(speech, { ...circle, state: 'cancelled', cancelReason: 'The library is closed.' }),
    cardOver: occurrenceCard(late, circle),
    cardClosed: occurrenceCard(late, closedCircle),
    cardClosedBare: occurrenceCard(late, { ...bareCall, state: 'closed', outcome: nothingCame }),
    summary: occurrenceSummary(late, closedCircle),
    summaryOfFeedback: occurrenceSummary(late, circle, { came: 3, worth: 2, notWorth: 0 }),
    ...everyConversationNotice(speech),
    ...everyAnswer(speech, { series: circle, once: bareCall }),
    ...everyCalling(speech, { series: circle, once: bareCall }),
    ...everyCalendar(speech, { series: circle, once: bareCall }),
    ...everyAfterView(speech, { open: circle, closed: closedCircle }),
  };
}

const nothingCame: Outcome = {
  ...{ notes: null, decisions: [], tasks: [] },
  ...{ came: 0, absent: 0, guests: 0, worth: 0, notWorth: 0 },
};

function everyConversationNotice(speech: Speech): Readonly<Record<string, View>> {
  const notices: Readonly<Record<string, Notice>> = {
    ahead: aheadNotice(speech, circle),
    tomorrow: aheadNotice({ ...speech, now: new Date('2027-03-15T10:00:00Z') }, circle),
    today: aheadNotice({ ...speech, now: new Date('2027-03-16T07:00:00Z') }, circle),
    soon: soonNotice(speech, bareCall),
    begun: soonNotice({ ...speech, now: circle.startsAt }, bareCall),
    moved: movedNotice(speech, circle, '2027-03-15T18:00', dani),
    cancelled: cancelledNotice(speech, { ...circle, cancelReason: 'The library is closed.' }, dani),
    seriesCancelled: seriesCancelledNotice(speech, circle, dani),
    asked: askedNotice(speech, circle, dani),
    leading: leadingNotice(speech, circle, dani),
    offered: offeredNotice(speech, circle, new Date('2027-03-10T17:00:00Z')),
    lapsed: lapsedNotice(speech, circle),
    seated: seatedNotice(speech, circle),
    closing: closingNotice(speech, circle),
    feedback: feedbackNotice(speech, circle),
    renewal: renewalNotice(speech, circle),
    renewalOver: renewalNotice({ ...speech, now: over }, circle),
  };
  const here: Circumstances = { recipient: maria, way: 'space', delay: null };
  const coalition = { id: coalitionId, name: 'River City' };
  const views = Object.entries(notices).map(([name, notice]) => [`notice ${name}`, noticeView(speech, notice, here)]);
  return {
    ...Object.fromEntries(views),
    together: noticeView(speech, { ...aheadNotice(speech, circle), listeners: crowd(3) }, { ...here, recipient: null }),
    togetherMany: noticeView(
      speech,
      { ...soonNotice(speech, circle), listeners: crowd(80) },
      { ...here, recipient: null },
    ),
    digest: digestView(speech, [{ coalition, notices: Object.values(notices).slice(0, 8) }], here),
  };
}

/** So many people, each with accounts on both platforms. */
export function crowd(count: number): readonly Mentionable[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Person ${index}`,
    accounts: [
      { platform: 'slack', workspaceId: 'T0GALLERY', accountId: `U0PERSON${String(index).padStart(3, '0')}` },
      { platform: 'discord', workspaceId: '', accountId: String(1_200_000_000_000_000_000n + BigInt(index)) },
    ],
  }));
}
