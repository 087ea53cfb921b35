import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Acting } from '../people/acting.ts';
import { changeTask } from './change-task.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { getTaskRow } from './get-task.ts';
import { assertResponsible } from './responsible.ts';
import type { TaskRow } from './rows.ts';

/**
 * Gives up an open task: its author, its owner or an organizer. Throws `task.not-found`, `access.not-yours`,
 * `task.already-done`, `task.already-dropped`.
 */
export function dropTask(acting: Acting, number: number): Promise<TaskDetails> {
  return changeTask(acting, number, (task) => {
    assertDroppable(acting, task);
    return { verb: 'task.dropped', data: { status: 'dropped' } };
  });
}

/** The task that somebody is about to drop, before they are asked whether they mean it. Throws as `dropTask` does. */
export async function getDroppable(acting: Acting, number: number): Promise<TaskDetails> {
  const task = await getTaskRow(acting.db, number);
  assertDroppable(acting, task);
  return toTaskDetails(task);
}

function assertDroppable(acting: Acting, task: TaskRow): void {
  const named = { reference: formatReference('task', task.number) };
  assertResponsible(acting, task);
  if (task.status === 'dropped') throw new UserError('task.already-dropped', named);
  if (task.status === 'done') throw new UserError('task.already-done', named);
}
