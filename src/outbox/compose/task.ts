import type { NoticeLetter, PostLetter } from '../../domain/deliveries/letters.ts';
import { loadMentioned } from '../../domain/people/load-mentioned.ts';
import { isStillPlanned } from '../../domain/schedules/still-planned.ts';
import { loadTaskDigest } from '../../domain/tasks/load-digest.ts';
import { loadTaskForCard } from '../../domain/tasks/load-for-card.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { taskNotice } from '../../views/notices/task.ts';
import type { Speech } from '../../views/speech.ts';
import {
  taskAssignedAnnouncement,
  taskFinishedAnnouncement,
  taskRepeatedAnnouncement,
} from '../../views/tasks/announcements.ts';
import { taskCard } from '../../views/tasks/card.ts';
import { taskDigest } from '../../views/tasks/digest.ts';
import { type Composed, type ComposedNotice, skip } from './composed.ts';

/** What a coalition has to do, at a glance. */
export async function composeTaskDigest(db: Db, delivery: Delivery, speech: Speech): Promise<Composed> {
  const { coalitionId } = delivery;
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  const tasks = await loadTaskDigest(db, coalitionId, speech.now);
  if (tasks.open.total + tasks.overdue.total === 0) return skip('nothing-to-say');
  return { type: 'post', view: taskDigest(speech, coalitionId, tasks) };
}

/** A post about one task. */
export type TaskPost = Extract<PostLetter, { kind: `task.${string}` }>;

/** What is to be said of one task in a space. */
export async function composeTask(db: Db, delivery: Delivery, letter: TaskPost, speech: Speech): Promise<Composed> {
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
    default:
      return letter satisfies never;
  }
}

const noticeKinds = { 'task.soon': 'soon', 'task.due': 'due', 'task.overdue': 'overdue' } as const;

/** A notice about one task. */
export type TaskNotice = Extract<NoticeLetter, { kind: `task.${string}` }>;

/** What is to be said of one task to its owner. */
export async function composeTaskNotice(
  db: Db,
  delivery: Delivery,
  { kind }: TaskNotice,
  speech: Speech,
): Promise<ComposedNotice> {
  const task = await loadTaskForCard(db, delivery);
  if (!task) return skip('subject-gone');
  if (task.status === 'done') return skip('task-finished');
  if (task.status === 'dropped') return skip('task-dropped');
  if (task.ownerId !== delivery.recipientId) return skip('owner-changed');
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  return { type: 'notice', notice: taskNotice(speech, task, noticeKinds[kind]) };
}
