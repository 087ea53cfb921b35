import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Acting } from '../people/acting.ts';
import { changeTask } from './change-task.ts';
import type { TaskDetails } from './details.ts';

/**
 * Any member finishes an open task; every space hears of it. Throws `task.not-found`, `task.already-done`,
 * `task.already-dropped`.
 */
export function finishTask(acting: Acting, number: number): Promise<TaskDetails> {
  const { member, now } = acting;
  return changeTask(acting, number, ({ status }) => {
    const reference = formatReference('task', number);
    if (status === 'done') throw new UserError('task.already-done', { reference });
    if (status === 'dropped') throw new UserError('task.already-dropped', { reference });
    return {
      verb: 'task.finished',
      data: { status: 'done', finishedAt: now, finisherId: member.id },
      letter: { kind: 'task.finished', data: { byId: member.id } },
    };
  });
}

/** Any member opens a finished or dropped task again. Throws `task.not-found`, `task.still-open`. */
export function reopenTask(acting: Acting, number: number): Promise<TaskDetails> {
  return changeTask(acting, number, ({ status }) => {
    if (status === 'open') throw new UserError('task.still-open', { reference: formatReference('task', number) });
    return { verb: 'task.reopened', data: { status: 'open', finishedAt: null, finisherId: null } };
  });
}
