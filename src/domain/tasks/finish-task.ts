import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Acting } from '../people/acting.ts';
import { changeTask, type TaskChange } from './change-task.ts';
import type { TaskDetails } from './details.ts';
import { toDueColumns } from './due.ts';
import { nextDue } from './repeat.ts';
import type { TaskRow } from './rows.ts';

/**
 * Any member finishes an open task; every space hears of it. One that comes again is open again with its next date.
 * `of` says for which date (`dueWall`) it is finished: done for that date already, it is not done for the next one by
 * a second press. Throws `task.not-found`, `task.already-done`, `task.already-dropped`.
 */
export function finishTask(acting: Acting, number: number, of?: string): Promise<TaskDetails> {
  return changeTask(acting, number, (task) => {
    const reference = formatReference('task', number);
    const wasForAnother = of !== undefined && task.repeatRule !== null && task.dueWall !== of;
    if (task.status === 'done' || (task.status === 'open' && wasForAnother)) {
      throw new UserError('task.already-done', { reference });
    }
    if (task.status === 'dropped') throw new UserError('task.already-dropped', { reference });
    return finish(acting, task);
  });
}

function finish({ member, now }: Acting, task: TaskRow): TaskChange {
  const done = { finishedAt: now, finisherId: member.id };
  const next = nextDue(task, now);
  if (!next) {
    return {
      verb: 'task.finished',
      data: { ...done, status: 'done' },
      letter: { kind: 'task.finished', data: { byId: member.id } },
    };
  }
  return {
    verb: 'task.repeated',
    data: { ...done, ...toDueColumns(next) },
    facts: { wall: next.wall, zone: next.zone },
    letter: { kind: 'task.repeated', data: { byId: member.id, due: next.wall } },
  };
}

/** Any member opens a finished or dropped task again. Throws `task.not-found`, `task.still-open`. */
export function reopenTask(acting: Acting, number: number): Promise<TaskDetails> {
  return changeTask(acting, number, ({ status }) => {
    if (status === 'open') throw new UserError('task.still-open', { reference: formatReference('task', number) });
    return { verb: 'task.reopened', data: { status: 'open', finishedAt: null, finisherId: null } };
  });
}
