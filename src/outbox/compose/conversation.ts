import { loadOccurrenceForLetter } from '../../domain/conversations/get-occurrence.ts';
import type { Letter } from '../../domain/deliveries/letters.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Speech } from '../../views/speech.ts';
import { type Composed, skip } from './composed.ts';

/** A letter about one time of a conversation. */
export type OfConversation = Extract<Letter, { kind: `conversation.${string}` }>;

/** What is to be said of one time of a conversation. */
export async function composeConversation(
  db: Db,
  delivery: Delivery,
  _letter: OfConversation,
  _speech: Speech,
): Promise<Composed> {
  const occurrence = await loadOccurrenceForLetter(db, delivery);
  return skip(occurrence ? 'no-longer-true' : 'subject-gone');
}
