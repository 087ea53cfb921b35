import type { NamedTime } from '../../core/param.ts';
import type { Acting } from '../people/acting.ts';
import { changeTask } from './change-task.ts';
import type { TaskDetails } from './details.ts';
import { toDueColumns } from './due.ts';
import { assertOpen, assertResponsible } from './responsible.ts';

/**
 * Says when an open task is due. Any member gives it its first date; to move one is for its author, its owner and
 * organizers. Throws `task.not-found`, `task.not-open`, `access.not-yours`.
 */
export function scheduleTask(acting: Acting, number: number, due: NamedTime): Promise<TaskDetails> {
  return changeTask(acting, number, (task) => {
    assertOpen(task);
    if (task.dueAt) assertResponsible(acting, task);
    return { verb: 'task.due', data: toDueColumns(due), facts: { wall: due.wall, zone: due.zone } };
  });
}
