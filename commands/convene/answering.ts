import { choice, occurrence } from '../../src/core/params.ts';
import { answerOccurrence } from '../../src/domain/conversations/answer.ts';
import { answered, offerPassed, offerTaken } from '../../src/views/conversations/answering.ts';
import { memberOperation } from '../operations.ts';
import { comingOnes } from './suggestions.ts';

const conversation = occurrence({ required: true });

const rsvp = memberOperation({
  inPlace: true,
  params: {
    conversation,
    answer: choice(['yes', 'maybe', 'no'], { required: true }),
    dates: choice(['this', 'all']),
  },
  suggest: comingOnes,
  run: async (context, { conversation, answer, dates = 'this' }) =>
    answered(context.speech, await answerOccurrence(context, conversation, answer, dates)),
});

/** A seat that was offered is taken. */
const take = memberOperation({
  params: { conversation },
  run: async (context, { conversation }) =>
    offerTaken(context.speech, await answerOccurrence(context, conversation, 'yes', 'this')),
});

/** A seat that was offered is let go: whoever lets it go does not come. */
const pass = memberOperation({
  params: { conversation },
  run: async (context, { conversation }) =>
    offerPassed(context.speech, await answerOccurrence(context, conversation, 'no', 'this')),
});

/** Who comes. */
export const answering = { subcommands: { rsvp }, controls: { take, pass } };
