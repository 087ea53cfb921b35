import { UserError } from '../../src/core/errors.ts';
import { type OccurrenceReference, parseOccurrence } from '../../src/core/ids.ts';
import type { RawInput } from '../../src/core/invocation.ts';
import { followUps, lines, longestField } from '../../src/core/line-params.ts';
import { choice, hidden, occurrence, text } from '../../src/core/params.ts';
import { type RichText, text as words } from '../../src/core/rich-text.ts';
import { getBegun } from '../../src/domain/conversations/begun.ts';
import { closeOccurrence } from '../../src/domain/conversations/close.ts';
import { fillClosing, listFollowUps } from '../../src/domain/conversations/close-form.ts';
import { giveFeedback } from '../../src/domain/conversations/feedback.ts';
import { findDecisions } from '../../src/domain/conversations/find-decisions.ts';
import { conversationClosed, listWords } from '../../src/views/conversations/closing.ts';
import { decisionList } from '../../src/views/conversations/decisions.ts';
import { feedbackGiven } from '../../src/views/conversations/feedback.ts';
import { nameOf } from '../../src/views/conversations/words.ts';
import { type MemberContext, memberOperation } from '../operations.ts';
import { begunOnes } from './suggestions.ts';

const conversation = occurrence({ required: true });

const close = memberOperation({
  asks: true,
  params: {
    conversation,
    notes: text({ max: longestField, long: true }),
    decisions: lines({ max: 50, each: 500 }),
    present: lines({ max: 1_000, each: 200 }),
    tasks: followUps({ max: 20, each: 200 }),
    seen: hidden(),
  },
  suggest: begunOnes,
  fill: (context, given) => fillClosing(context, readNamed(given), listWords(context.speech), given),
  present: { tasks: presentTasks },
  about: async (context, given) => nameOf(await getBegun(context, readNamed(given))),
  run: async (context, { conversation, ...said }) =>
    conversationClosed(context.speech, await closeOccurrence(context, conversation, said)),
});

function readNamed({ conversation: given = '' }: RawInput): OccurrenceReference {
  const named = parseOccurrence(given);
  if (!named) throw new UserError('input.reference', { given, kind: 'conversation' }, 'conversation');
  return named;
}

/** Those that followed already are not asked for again. */
async function presentTasks(context: MemberContext, given: RawInput): Promise<RichText | null> {
  const references = await listFollowUps(context, readNamed(given));
  return references.length === 0 ? null : words(references.join(', '));
}

const decisions = memberOperation({
  inPlace: true,
  params: { query: text({ max: 100 }), page: hidden() },
  run: async (context, { query, page }) =>
    decisionList(context.speech, await findDecisions(context, { query, page: Number(page) }), query),
});

const yesOrNo = ['yes', 'no'] as const;

const feedback = memberOperation({
  inPlace: true,
  params: { conversation, came: choice(yesOrNo, { required: true }), worth: choice(yesOrNo) },
  run: async (context, { conversation, came, worth }) => {
    const said = { came: came === 'yes', worth: worth === undefined ? null : worth === 'yes' };
    return feedbackGiven(context.speech, await giveFeedback(context, conversation, said), said);
  },
});

/** What came of it. */
export const closing = { subcommands: { close, decisions }, controls: { feedback } };
