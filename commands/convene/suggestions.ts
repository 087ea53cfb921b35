import { type SuggestedOccurrences, suggestOccurrences } from '../../src/domain/conversations/suggest.ts';
import { suggestedTime } from '../../src/views/conversations/list.ts';
import type { MemberContext } from '../operations.ts';

const suggest = (which: SuggestedOccurrences) => ({
  conversation: (context: MemberContext, typed: string) =>
    suggestOccurrences(context, typed, which, suggestedTime(context.speech)),
});

/** What can be meant by the input `conversation`: what is to come, what has begun, or both. */
export const comingOnes = suggest('coming');
export const begunOnes = suggest('begun');
export const allOnes = suggest('all');
