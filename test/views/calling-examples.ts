import { commands } from '../../commands/index.ts';
import type { View } from '../../src/core/view.ts';
import type { OccurrenceDetails } from '../../src/domain/conversations/details.ts';
import type { ConversationPage, ListedOccurrence } from '../../src/domain/conversations/list.ts';
import {
  cancelQuestion,
  conversationCalled,
  conversationCancelled,
  conversationEdited,
  conversationKept,
  conversationMoved,
  seriesEnded,
  seriesRenewed,
} from '../../src/views/conversations/calling.ts';
import { conversationList } from '../../src/views/conversations/list.ts';
import { homeView } from '../../src/views/help/home.ts';
import type { Speech } from '../../src/views/speech.ts';
import { coalition, coalitionId, dani, emptyPage, middlePage } from './examples.ts';

/** What whoever leads conversations is answered, of a time of a series and of one that takes place once. */
export function everyCalling(
  speech: Speech,
  { series, once }: { series: OccurrenceDetails; once: OccurrenceDetails },
): Readonly<Record<string, View>> {
  const next = [0, 7, 14].map((days) => new Date(series.startsAt.getTime() + days * 24 * 60 * 60_000));
  const called = { first: series, next, planned: 26, askedAgain: '2027-09-09', partner: null };
  const alone = { first: once, next: [once.startsAt], planned: 1, askedAgain: null, partner: null };
  const oneToOne = { ...once, format: 'one-to-one' } as const;
  const cancelled = { ...series, state: 'cancelled' } as const;
  const whole = { ...cancelled, series: series.series && { ...series.series, state: 'cancelled' as const } };
  const from = new Date('2027-03-15T17:00:00Z');
  const renewed = { occurrence: series, planned: 26, until: '2028-03-09' };
  return {
    calledSeries: conversationCalled(speech, called),
    calledSeriesWithEnd: conversationCalled(speech, { ...called, planned: 7, askedAgain: null }),
    calledOnce: conversationCalled(speech, alone),
    calledHere: conversationCalled(speech, { ...alone, first: oneToOne }),
    calledWith: conversationCalled(speech, { ...alone, first: oneToOne, partner: dani }),
    movedOneOfSeries: conversationMoved(speech, { occurrence: series, from }),
    movedOnce: conversationMoved(speech, { occurrence: once, from }),
    movedNowhere: conversationMoved(speech, { occurrence: once, from: once.startsAt }),
    cancelQuestionOnce: cancelQuestion(speech, once, 'The hall is closed'),
    cancelQuestionSeries: cancelQuestion(speech, series, 'The hall is closed'),
    cancelledOne: conversationCancelled(speech, { occurrence: cancelled, count: 1 }),
    cancelledOnce: conversationCancelled(speech, { occurrence: { ...once, state: 'cancelled' }, count: 1 }),
    cancelledAll: conversationCancelled(speech, { occurrence: whole, count: 25 }),
    keptConversation: conversationKept(speech, once),
    editedSeries: conversationEdited(speech, series),
    editedOnce: conversationEdited(speech, once),
    renewedSeries: seriesRenewed(speech, renewed),
    renewedBefore: seriesRenewed(speech, { ...renewed, planned: 0 }),
    endedSeries: seriesEnded(speech, renewed),
    endedOver: seriesEnded(speech, {
      ...renewed,
      occurrence: { ...series, endsAt: from, startsAt: from, state: 'closed' },
    }),
    ...everyList(speech, series, once),
  };
}

function everyList(speech: Speech, series: OccurrenceDetails, once: OccurrenceDetails) {
  const answers = [
    { answer: 'yes', seat: 'taken' },
    { answer: 'yes', seat: 'waiting' },
    { answer: 'yes', seat: 'offered' },
    { answer: 'maybe', seat: null },
    { answer: 'no', seat: null },
    { answer: null, seat: null },
  ] as const;
  const coming = answers.map((said, index): ListedOccurrence => {
    return { ...said, leads: index === 0, occurrence: { ...series, number: index + 3 } };
  });
  const over = { ...once, endsAt: new Date('2027-03-09T17:00:00Z'), startsAt: new Date('2027-03-09T16:00:00Z') };
  const outcome = { notes: null, tasks: [], came: 4, absent: 1, guests: 0, worth: 2, notWorth: 0 };
  const closed = (decisions: readonly string[]) =>
    ({ ...over, state: 'closed', outcome: { ...outcome, decisions } }) as const;
  const past = [over, closed([]), closed(['We meet monthly']), closed(['We meet monthly', 'Ana cooks'])];
  const cancelled = { ...series, state: 'cancelled' } as const;
  const none = { answer: null, seat: null, leads: false } as const;
  const toPage = (listed: readonly ListedOccurrence[]): ConversationPage => ({ listed, page: 2, pages: 3, total: 23 });
  const empty: ConversationPage = { listed: [], page: 1, pages: 1, total: 0 };
  const list = (page: ConversationPage, what: 'coming' | 'mine' | 'past', conversation?: string) =>
    conversationList(speech, coalitionId, page, { what, conversation });
  return {
    listComing: list(toPage(coming), 'coming'),
    listMine: list(toPage(coming), 'mine'),
    listPast: list(
      toPage(past.map((each, index) => ({ ...none, occurrence: { ...each, number: index + 3 } }))),
      'past',
    ),
    listTimes: list(toPage([{ ...none, occurrence: cancelled }]), 'coming', 'C-3'),
    listNothingComing: list(empty, 'coming'),
    listNothingMine: list(empty, 'mine'),
    listNothingPast: list(empty, 'past'),
    listNoTimes: list(empty, 'coming', 'C-3'),
    home: homeView(speech, { coalition, conversations: toPage(coming), tasks: middlePage }, commands),
    homeEmpty: homeView(speech, { coalition, conversations: empty, tasks: emptyPage }, commands),
  };
}
