import type { View } from '../core/view.ts';
import { type Letter, readLetter } from '../domain/deliveries/letters.ts';
import type { SkipReason } from '../domain/deliveries/reasons.ts';
import { loadReminderForNotice } from '../domain/reminders/load-for-notice.ts';
import { isStillPlanned } from '../domain/schedules/still-planned.ts';
import type { TaskDetails } from '../domain/tasks/details.ts';
import { loadTaskDigest } from '../domain/tasks/load-digest.ts';
import { loadMentioned, loadTaskForCard } from '../domain/tasks/load-for-card.ts';
import type { Delivery } from '../store/generated/sqlite/client.ts';
import type { Db } from '../store/scope.ts';
import type { Notice } from '../views/notices/notice.ts';
import { reminderNotice } from '../views/notices/reminder.ts';
import { taskNotice } from '../views/notices/task.ts';
import type { Speech } from '../views/speech.ts';
import {
  taskAssignedAnnouncement,
  taskFinishedAnnouncement,
  taskRepeatedAnnouncement,
} from '../views/tasks/announcements.ts';
import { taskCard } from '../views/tasks/card.ts';
import { taskDigest } from '../views/tasks/digest.ts';

/** What a delivery says, decided at the moment it is sent, or why it makes no sense any more. */
export type Composed =
  | { readonly type: 'post'; readonly view: View }
  /** A card remembers which version of its subject it shows. */
  | { readonly type: 'card.post' | 'card.edit'; readonly view: View; readonly version: number }
  /** Something whose time has come; how it is put depends on where and when it is said. */
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'skip'; readonly reason: SkipReason };

/** Puts a delivery into words. */
export async function compose(db: Db, delivery: Delivery, speech: Speech): Promise<Composed> {
  const letter = readLetter(delivery);
  switch (letter.kind) {
    case 'reminder.due':
    case 'reminder.snoozed':
      return composeReminder(db, delivery, speech);
    case 'digest.tasks':
      return composeTaskDigest(db, delivery, speech);
    default:
      return composeTask(db, delivery, letter, speech);
  }
}

async function composeReminder(db: Db, delivery: Delivery, speech: Speech): Promise<Composed> {
  const reminder = await loadReminderForNotice(db, delivery);
  if (!reminder) return skip('subject-gone');
  const { state } = reminder;
  if (state !== 'active') return skip(`reminder-${state}`);
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  return { type: 'notice', notice: reminderNotice(speech, reminder, delivery.occurrenceAt) };
}

async function composeTaskDigest(db: Db, delivery: Delivery, speech: Speech): Promise<Composed> {
  const { coalitionId } = delivery;
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  const tasks = await loadTaskDigest(db, coalitionId, speech.now);
  if (tasks.open.total + tasks.overdue.total === 0) return skip('nothing-to-say');
  return { type: 'post', view: taskDigest(speech, coalitionId, tasks) };
}

type OfTask = Exclude<Letter, { kind: `reminder.${string}` | `digest.${string}` }>;

async function composeTask(db: Db, delivery: Delivery, letter: OfTask, speech: Speech): Promise<Composed> {
  const task = await loadTaskForCard(db, delivery);
  if (!task) return skip('subject-gone');
  switch (letter.kind) {
    case 'task.card.post':
      return { type: 'card.post', view: taskCard(speech, task), version: task.version };
    case 'task.card.edit':
      return { type: 'card.edit', view: taskCard(speech, task), version: task.version };
    case 'task.finished': {
      const by = await loadMentioned(db, delivery, letter.data.byId);
      if (task.status !== 'done' || !by) return skip('no-longer-true');
      return { type: 'post', view: taskFinishedAnnouncement(speech, task, by) };
    }
    case 'task.repeated': {
      const by = await loadMentioned(db, delivery, letter.data.byId);
      if (task.status === 'dropped' || !by) return skip('no-longer-true');
      return { type: 'post', view: taskRepeatedAnnouncement(speech, task, by) };
    }
    case 'task.assigned': {
      const { byId, ownerId } = letter.data;
      if (task.status !== 'open' || task.ownerId !== ownerId || !task.owner) return skip('no-longer-true');
      const by = byId === ownerId ? null : await loadMentioned(db, delivery, byId);
      return { type: 'post', view: taskAssignedAnnouncement(speech, task, { owner: task.owner, by }) };
    }
    case 'task.soon':
    case 'task.due':
    case 'task.overdue':
      return composeTaskNotice(db, delivery, letter.kind, task, speech);
    default:
      return letter satisfies never;
  }
}

const noticeKinds = { 'task.soon': 'soon', 'task.due': 'due', 'task.overdue': 'overdue' } as const;

async function composeTaskNotice(
  db: Db,
  delivery: Delivery,
  kind: keyof typeof noticeKinds,
  task: TaskDetails,
  speech: Speech,
): Promise<Composed> {
  if (task.status === 'done') return skip('task-finished');
  if (task.status === 'dropped') return skip('task-dropped');
  if (task.ownerId !== delivery.recipientId) return skip('owner-changed');
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  return { type: 'notice', notice: taskNotice(speech, task, noticeKinds[kind]) };
}

function skip(reason: SkipReason): Composed {
  return { type: 'skip', reason };
}
