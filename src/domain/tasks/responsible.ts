import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Task } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';

/** A task is its author's, its owner's and the organizers' to drop or to put off. Throws `access.not-yours`. */
export function assertResponsible({ member }: Acting, task: Task): void {
  const own = member.id === task.authorId || member.id === task.ownerId;
  if (own || member.role === 'organizer') return;
  throw new UserError('access.not-yours', { reference: formatReference('task', task.number) });
}

/** Only what is open can be given to somebody or be due. Throws `task.not-open`. */
export function assertOpen({ status, number }: Task): void {
  if (status !== 'open') throw new UserError('task.not-open', { reference: formatReference('task', number) });
}
