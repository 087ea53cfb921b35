import type { LetterKind } from '../deliveries/letters.ts';

/**
 * For whom a letter about a conversation is: those who have a seat, all who said yes or maybe, or whoever leads it.
 * Who that is, is found out when the time has come.
 */
export type Audience = 'coming' | 'invited' | 'facilitator';

const audiences: Partial<Record<LetterKind, Audience>> = {
  'conversation.tomorrow': 'coming',
  'conversation.today': 'coming',
  'conversation.soon': 'coming',
  'conversation.feedback': 'coming',
  'conversation.moved': 'invited',
  'conversation.cancelled': 'invited',
  'conversation.series-cancelled': 'invited',
  'conversation.closing': 'facilitator',
  'conversation.renewal': 'facilitator',
};

/** For whom a letter is, where that is not a matter of its delivery's own columns. */
export function findAudience(letter: string): Audience | null {
  return (Object.hasOwn(audiences, letter) && audiences[letter as LetterKind]) || null;
}

const indispensable: readonly string[] = [
  'conversation.moved',
  'conversation.cancelled',
  'conversation.series-cancelled',
] satisfies LetterKind[];

/** Whether it concerns plans that somebody has made: they are told of it even if they want no reminders or are away. */
export function isIndispensable(letter: string): boolean {
  return indispensable.includes(letter);
}
