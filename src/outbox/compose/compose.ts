import { type Letter, readLetter } from '../../domain/deliveries/letters.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Speech } from '../../views/speech.ts';
import type { Composed } from './composed.ts';
import { composeConversation } from './conversation.ts';
import type { OfConversation } from './conversation-letters.ts';
import { composeReminder } from './reminder.ts';
import { composeTask, composeTaskDigest, type OfTask } from './task.ts';

/** Puts a delivery into words. */
export async function compose(db: Db, delivery: Delivery, speech: Speech): Promise<Composed> {
  const letter = readLetter(delivery);
  if (isOfTask(letter)) return composeTask(db, delivery, letter, speech);
  if (isOfConversation(letter)) return composeConversation(db, delivery, letter, speech);
  switch (letter.kind) {
    case 'reminder.due':
    case 'reminder.snoozed':
      return composeReminder(db, delivery, speech);
    case 'digest.tasks':
      return composeTaskDigest(db, delivery, speech);
    default:
      return letter satisfies never;
  }
}

function isOfTask(letter: Letter): letter is OfTask {
  return letter.kind.startsWith('task.');
}

function isOfConversation(letter: Letter): letter is OfConversation {
  return letter.kind.startsWith('conversation.');
}
