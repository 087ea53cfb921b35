import { formatOccurrence, parseOccurrence } from '../../src/core/ids.ts';
import type { RawInput } from '../../src/core/invocation.ts';
import { amount, choice, duration, hidden, occurrence, person, text, time } from '../../src/core/params.ts';
import { repetition, when } from '../../src/core/recurrence-params.ts';
import { findAttendance } from '../../src/domain/conversations/attendance-list.ts';
import { callConversation } from '../../src/domain/conversations/call.ts';
import { cancelOccurrence, findCancellable } from '../../src/domain/conversations/cancel.ts';
import type { OccurrenceDetails } from '../../src/domain/conversations/details.ts';
import { editConversation, getEditable } from '../../src/domain/conversations/edit.ts';
import { formatKeys } from '../../src/domain/conversations/formats.ts';
import { getOccurrence } from '../../src/domain/conversations/get-occurrence.ts';
import { conversationFilters, listConversations } from '../../src/domain/conversations/list.ts';
import { endSeries, renewSeries } from '../../src/domain/conversations/renew.ts';
import { rescheduleOccurrence } from '../../src/domain/conversations/reschedule.ts';
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
import { conversationShown } from '../../src/views/conversations/closing.ts';
import { formatQuestions } from '../../src/views/conversations/formats.ts';
import { conversationList } from '../../src/views/conversations/list.ts';
import { type MemberContext, memberOperation } from '../operations.ts';
import { allOnes, comingOnes } from './suggestions.ts';

const conversation = occurrence({ required: true });
const title = text({ required: true, max: 200 });
const where = text({ max: 300 });
const purpose = text({ max: 1000, long: true });
const capacity = amount({ min: 2, max: 10_000 });

const add = memberOperation({
  offered: true,
  params: {
    title,
    when: when({ required: true }),
    where,
    purpose,
    format: choice(formatKeys),
    duration: duration(),
    capacity,
    repeat: repetition(),
    facilitator: person(),
    with: person(),
  },
  run: async (context, input) => {
    const questions = formatQuestions(context.speech, input.with ? 'one-to-one' : input.format);
    return conversationCalled(context.speech, await callConversation(context, { ...input, questions }));
  },
});

const list = memberOperation({
  offered: true,
  inPlace: true,
  params: { what: choice(conversationFilters), conversation: occurrence(), page: hidden() },
  suggest: comingOnes,
  run: async (context, { what = 'coming', conversation, page }) => {
    const found = await listConversations(context, { what, conversation, page: Number(page) });
    const named = conversation && formatOccurrence({ ...conversation, occurrence: null });
    return conversationList(context.speech, context.coalition.id, found, { what, conversation: named });
  },
});

const show = memberOperation({
  params: { conversation },
  suggest: allOnes,
  run: async (context, { conversation }) => {
    const occurrence = await getOccurrence(context, conversation);
    return conversationShown(context.speech, occurrence, await findAttendance(context, conversation));
  },
});

const reschedule = memberOperation({
  params: { conversation, when: time({ dayMeans: 'end', required: true }) },
  suggest: comingOnes,
  run: async (context, { conversation, when }) =>
    conversationMoved(context.speech, await rescheduleOccurrence(context, conversation, when)),
});

/** Of a series without a number of its own it asks which of its times are meant. */
const cancel = memberOperation({
  inPlace: true,
  params: { conversation, reason: text({ max: 300 }), dates: { ...choice(['this', 'all']), hidden: true } },
  suggest: comingOnes,
  run: async (context, { conversation, reason, dates }) => {
    if (dates === undefined && conversation.occurrence === null) {
      const found = await findCancellable(context, conversation);
      if (found.series) return cancelQuestion(context.speech, found, reason);
    }
    const cancelled = await cancelOccurrence(context, conversation, { reason, dates: dates ?? 'this' });
    return conversationCancelled(context.speech, cancelled);
  },
});

const askCancel = memberOperation({
  params: { conversation },
  run: async (context, { conversation }) =>
    cancelQuestion(context.speech, await findCancellable(context, conversation)),
});

const keep = memberOperation({
  inPlace: true,
  params: { conversation },
  run: async (context, { conversation }) =>
    conversationKept(context.speech, await getOccurrence(context, conversation)),
});

/** What is empty in a form that was not filled in, as the store was slow, stays as it is. */
const edit = memberOperation({
  asks: true,
  params: {
    conversation,
    title,
    where,
    purpose,
    duration: duration(),
    capacity,
    facilitator: person(),
    filled: hidden(),
  },
  suggest: comingOnes,
  fill: fillEdit,
  run: async (context, { conversation, filled, ...changes }) => {
    const kept = filled === undefined ? toEditable(await getEditable(context, conversation)) : {};
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const wanted = { ...kept, ...Object.fromEntries(given), title: changes.title };
    return conversationEdited(context.speech, await editConversation(context, conversation, wanted));
  },
});

function toEditable({ place, purpose, rsvps }: OccurrenceDetails) {
  return { where: place ?? undefined, purpose: purpose ?? undefined, capacity: rsvps.capacity ?? undefined };
}

async function fillEdit(context: MemberContext, given: RawInput): Promise<RawInput> {
  const named = parseOccurrence(given.conversation ?? '');
  if (!named) return {};
  const { title, place, purpose, minutes, rsvps } = await getEditable(context, named);
  return {
    title,
    ...(place !== null && { where: place }),
    ...(purpose !== null && { purpose }),
    duration: String(minutes),
    ...(rsvps.capacity !== null && { capacity: String(rsvps.capacity) }),
    filled: 'yes',
  };
}

const renew = memberOperation({
  inPlace: true,
  params: { conversation },
  run: async (context, { conversation }) => seriesRenewed(context.speech, await renewSeries(context, conversation)),
});

const end = memberOperation({
  inPlace: true,
  params: { conversation },
  run: async (context, { conversation }) => seriesEnded(context.speech, await endSeries(context, conversation)),
});

/** Calling people together, and what becomes of the plan. */
export const calling = {
  subcommands: { new: add, list, show, reschedule, cancel, edit },
  controls: { 'ask-cancel': askCancel, keep, renew, end },
};
