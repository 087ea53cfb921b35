import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Acting } from '../people/acting.ts';
import { changeTask, type TaskChange } from './change-task.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { toDueColumns } from './due.ts';
import { getTaskRow } from './get-task.ts';
import { nextDue } from './repeat.ts';
import type { TaskRow } from './rows.ts';

const day = 24 * 60 * 60_000;

/**
 * The task that somebody is about to finish. `isAhead`: it was done within a day, comes again, and its next date is more
 * than a day away, so that they may mean what is done already. Throws `task.not-found`.
 */
export async function getFinishable(
  { db, now }: Acting,
  number: number,
): Promise<{ readonly task: TaskDetails; readonly isAhead: boolean }> {
  const row = await getTaskRow(db, number);
  const { status, repeatRule, finishedAt, dueAt } = row;
  const isNext = status === 'open' && repeatRule !== null && dueAt !== null && dueAt.getTime() - now.getTime() > day;
  const isAhead = isNext && finishedAt !== null && now.getTime() - finishedAt.getTime() < day;
  return { task: toTaskDetails(row), isAhead };
}

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
