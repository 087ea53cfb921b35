import type { PersonInput } from '../../core/param.ts';
import type { Acting } from '../people/acting.ts';
import { getOrAddMember } from '../people/find-member.ts';
import { changeTask } from './change-task.ts';
import type { TaskDetails } from './details.ts';
import { assertOpen } from './responsible.ts';

/**
 * Any member gives an open task to somebody, or takes it; every space hears of it. Nothing happens where it is theirs
 * already. Throws `task.not-found`, `task.not-open`, `person.not-found`, `person.ambiguous`.
 */
export async function assignTask(acting: Acting, number: number, who: PersonInput): Promise<TaskDetails> {
  const owner = await getOrAddMember(acting, who);
  return changeTask(acting, number, (task) => {
    assertOpen(task);
    if (task.ownerId === owner.id) return null;
    return {
      verb: 'task.assigned',
      data: { ownerId: owner.id },
      facts: { ownerId: owner.id },
      letter: { kind: 'task.assigned', data: { byId: acting.member.id, ownerId: owner.id } },
    };
  });
}
