import { text } from '../../src/core/rich-text.ts';
import type { View } from '../../src/core/view.ts';
import type { AgendaPage } from '../../src/domain/conversations/agenda.ts';
import type { Closed } from '../../src/domain/conversations/close.ts';
import type { OccurrenceDetails } from '../../src/domain/conversations/details.ts';
import type { DecisionPage, FoundDecision } from '../../src/domain/conversations/find-decisions.ts';
import { agendaItemAdded, agendaShown } from '../../src/views/conversations/agenda.ts';
import { conversationClosed, conversationShown } from '../../src/views/conversations/closing.ts';
import { decisionList } from '../../src/views/conversations/decisions.ts';
import { feedbackGiven } from '../../src/views/conversations/feedback.ts';
import { whichView } from '../../src/views/help/which.ts';
import type { Speech } from '../../src/views/speech.ts';
import { coalitionId, dani, maria } from './examples.ts';

/** What an agenda and what came of a conversation look like, as somebody sees it. */
export function everyAfterView(
  speech: Speech,
  { open, closed }: { readonly open: OccurrenceDetails; readonly closed: OccurrenceDetails },
): Readonly<Record<string, View>> {
  const agenda = toAgenda(open);
  const task: Closed['tasks'][number] = {
    ...{ id: 'task', coalitionId, number: 14, title: 'Find chairs', notes: null, status: 'open', version: 1 },
    ...{ due: null, repeats: null, author: dani, owner: maria, ownerId: 'maria', finisher: null, finishedAt: null },
    ...{ goal: null, conversation: { number: 3, occurrence: 2, title: 'Listening circle' } },
  };
  const summaryAt = new Date('2027-03-18T10:00:00Z');
  const done: Closed = {
    occurrence: closed,
    how: 'first',
    summaryAt,
    tasks: [task],
    absent: [dani],
    guestNames: ['Ruth'],
  };
  const bare: Closed = { ...done, how: 'joined', summaryAt: null, tasks: [], absent: [], guestNames: [] };
  return {
    agenda: agendaShown(speech, agenda),
    agendaOfOthers: agendaShown(speech, { ...agenda, orders: false, pages: 1, page: 1 }),
    agendaEmpty: agendaShown(speech, { ...agenda, items: [], total: 0 }),
    agendaOver: agendaShown(speech, { ...agenda, items: [], total: 0, open: false }),
    agendaItem: agendaItemAdded(speech, open, 'Who cooks?'),
    closed: conversationClosed(speech, done),
    closedAgain: conversationClosed(speech, {
      ...done,
      how: 'corrected',
      summaryAt: null,
      absent: Array(14).fill(dani),
    }),
    closedTogether: conversationClosed(speech, bare),
    shownToAll: conversationShown(speech, closed, null),
    shownToWhoLeads: conversationShown(speech, closed, { came: [maria], absent: [dani] }),
    worth: feedbackGiven(speech, closed, { came: true, worth: true }),
    notWorth: feedbackGiven(speech, closed, { came: true, worth: false }),
    came: feedbackGiven(speech, closed, { came: true, worth: null }),
    missed: feedbackGiven(speech, closed, { came: false, worth: null }),
    decisions: decisionList(speech, decisions, undefined),
    decisionsFound: decisionList(speech, decisions, 'library'),
    decisionsNone: decisionList(speech, { ...decisions, decisions: [], total: 0 }, undefined),
    decisionsUnfound: decisionList(speech, { ...decisions, decisions: [], total: 0 }, 'zebra'),
    which: whichView(speech, {
      ...{ press: { operation: 'convene.close', input: { in: coalitionId } }, fills: 'conversation' },
      ...{ label: 'commands.convene.close.title', options: [{ label: text('C-3 Listening circle'), value: 'C-3' }] },
    }),
  };
}

/** The second of three pages, for whoever puts it in order. */
function toAgenda(occurrence: OccurrenceDetails): AgendaPage {
  const items = occurrence.agenda.map((item, index) => {
    return { ...item, place: index + 11, removable: index > 0, everyTime: index === 0 };
  });
  return { ...{ page: 2, pages: 3, total: 23 }, occurrence, items, orders: true, open: true };
}

const decision: FoundDecision = {
  ...{ text: 'We meet in the library.', number: 3, occurrence: 2, title: 'Listening circle' },
  startsAt: new Date('2027-03-16T17:00:00Z'),
};
const decisions: DecisionPage = {
  ...{ coalitionId, page: 2, pages: 3, total: 23 },
  decisions: [decision, { ...decision, text: 'Dani writes.' }, { ...decision, number: 4, occurrence: null }],
};
