import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import type { NoticeLetter, PostLetter } from '../../domain/deliveries/letters.ts';
import type { Speech } from '../../views/speech.ts';

/** A post about one time of a conversation. */
export type ConversationPost = Extract<PostLetter, { kind: `conversation.${string}` }>;
/** A notice about a conversation, or one time of it. */
export type ConversationNotice = Extract<NoticeLetter, { kind: `conversation.${string}` }>;

type Kind = ConversationNotice['kind'];
type OfKind<K extends Kind> = Extract<ConversationNotice, { kind: K }>;

/** One about a whole series. */
export type OfSeries = OfKind<'conversation.renewal' | 'conversation.series-cancelled'>;

/** One to a member about one time, whoever else comes to it. */
export type ToMember = OfKind<
  'conversation.asked' | 'conversation.offered' | 'conversation.lapsed' | 'conversation.seated'
>;

/** One to those who come to one time, or lead it. */
export type ToAudience = OfKind<
  | 'conversation.tomorrow'
  | 'conversation.today'
  | 'conversation.soon'
  | 'conversation.moved'
  | 'conversation.cancelled'
  | 'conversation.closing'
  | 'conversation.feedback'
>;

/** What it is about, as it is by now, and how to speak of it. */
export interface Occasion {
  readonly occurrence: OccurrenceDetails;
  readonly speech: Speech;
}

const ofSeries: readonly Kind[] = [
  'conversation.renewal',
  'conversation.series-cancelled',
] satisfies OfSeries['kind'][];
const toMember: readonly Kind[] = [
  'conversation.asked',
  'conversation.offered',
  'conversation.lapsed',
  'conversation.seated',
] satisfies ToMember['kind'][];

export function isOfSeries(letter: ConversationNotice): letter is OfSeries {
  return ofSeries.includes(letter.kind);
}

export function isToMember(letter: ToMember | ToAudience): letter is ToMember {
  return toMember.includes(letter.kind);
}
