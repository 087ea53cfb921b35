import { isNotice, type NoticeLetter, type PostLetter, readLetter } from '../../domain/deliveries/letters.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Speech } from '../../views/speech.ts';
import type { Composed, ComposedNotice } from './composed.ts';
import { composeConversation, composeConversationNotice } from './conversation.ts';
import type { ConversationNotice, ConversationPost } from './conversation-letters.ts';
import { composeReminder } from './reminder.ts';
import { composeTask, composeTaskDigest, composeTaskNotice, type TaskNotice, type TaskPost } from './task.ts';

/** Puts a delivery into words. */
export async function compose(db: Db, delivery: Delivery, speech: Speech): Promise<Composed> {
  const letter = readLetter(delivery);
  return isNotice(letter) ? composeNotice(db, delivery, letter, speech) : composePost(db, delivery, letter, speech);
}

/** The same of a delivery that is said with others. Throws an `Error` for what is a post of its own. */
export async function composeDigested(db: Db, delivery: Delivery, speech: Speech): Promise<ComposedNotice> {
  const letter = readLetter(delivery);
  if (!isNotice(letter)) throw new Error(`a ${letter.kind} cannot be said with others`);
  return composeNotice(db, delivery, letter, speech);
}

async function composePost(db: Db, delivery: Delivery, letter: PostLetter, speech: Speech): Promise<Composed> {
  if (isOfTask(letter)) return composeTask(db, delivery, letter, speech);
  if (isOfConversation(letter)) return composeConversation(db, delivery, letter, speech);
  letter.kind satisfies 'digest.tasks';
  return composeTaskDigest(db, delivery, speech);
}

async function composeNotice(
  db: Db,
  delivery: Delivery,
  letter: NoticeLetter,
  speech: Speech,
): Promise<ComposedNotice> {
  if (isOfTask(letter)) return composeTaskNotice(db, delivery, letter, speech);
  if (isOfConversation(letter)) return composeConversationNotice(db, delivery, letter, speech);
  letter.kind satisfies 'reminder.due' | 'reminder.snoozed';
  return composeReminder(db, delivery, speech);
}

function isOfTask(letter: PostLetter): letter is TaskPost;
function isOfTask(letter: NoticeLetter): letter is TaskNotice;
function isOfTask({ kind }: PostLetter | NoticeLetter): boolean {
  return kind.startsWith('task.');
}

function isOfConversation(letter: PostLetter): letter is ConversationPost;
function isOfConversation(letter: NoticeLetter): letter is ConversationNotice;
function isOfConversation({ kind }: PostLetter | NoticeLetter): boolean {
  return kind.startsWith('conversation.');
}
