import type { View } from '../core/view.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { type Letter, readLetter } from '../domain/deliveries/letters.ts';
import type { TaskDetails } from '../domain/tasks/details.ts';
import { loadMentioned, loadTaskForCard } from '../domain/tasks/load-for-card.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import type { Db } from '../store/scope.ts';
import type { Speech } from '../views/speech.ts';
import { taskAssignedAnnouncement, taskFinishedAnnouncement } from '../views/tasks/announcements.ts';
import { taskCard } from '../views/tasks/card.ts';

/** What a delivery says, decided at the moment it is sent, or why it makes no sense any more. */
export type Composed =
  | { readonly type: 'post'; readonly view: View }
  /** A card remembers which version of its subject it shows. */
  | { readonly type: 'card.post' | 'card.edit'; readonly view: View; readonly version: number }
  | { readonly type: 'skip'; readonly reason: 'subject-gone' | 'no-longer-true' };

/** Puts a delivery into words, in the language of its coalition. */
export async function compose(db: Db, catalogue: Catalogue, delivery: ClaimedDelivery, now: Date): Promise<Composed> {
  const task = await loadTaskForCard(db, delivery);
  if (!task) return { type: 'skip', reason: 'subject-gone' };
  const { locale, zone } = delivery.coalition;
  const speech = { t: catalogue.speak(locale, zone), locale, zone, now };
  return composeTask(db, delivery, readLetter(delivery), task, speech);
}

async function composeTask(
  db: Db,
  delivery: ClaimedDelivery,
  letter: Letter,
  task: TaskDetails,
  speech: Speech,
): Promise<Composed> {
  switch (letter.kind) {
    case 'task.card.post':
      return { type: 'card.post', view: taskCard(speech, task), version: task.version };
    case 'task.card.edit':
      return { type: 'card.edit', view: taskCard(speech, task), version: task.version };
    case 'task.finished': {
      const by = await loadMentioned(db, delivery, letter.data.byId);
      if (task.status !== 'done' || !by) return overtaken;
      return { type: 'post', view: taskFinishedAnnouncement(speech, task, by) };
    }
    case 'task.assigned': {
      const { byId, ownerId } = letter.data;
      if (task.status !== 'open' || task.ownerId !== ownerId || !task.owner) return overtaken;
      const by = byId === ownerId ? null : await loadMentioned(db, delivery, byId);
      return { type: 'post', view: taskAssignedAnnouncement(speech, task, { owner: task.owner, by }) };
    }
    default:
      return letter satisfies never;
  }
}

const overtaken: Composed = { type: 'skip', reason: 'no-longer-true' };
