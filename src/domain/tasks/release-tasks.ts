import type { ScopedTx } from '../../store/scope.ts';
import { refreshCards } from '../deliveries/announce.ts';
import type { Acting } from '../people/acting.ts';
import { cancelSchedules } from '../schedules/set-schedule.ts';

/** The open tasks of a member who leaves are nobody's again; their cards show it. Returns how many there were. */
export async function releaseTasks(tx: ScopedTx, { coalition, member, now }: Acting): Promise<number> {
  const released = await tx.task.updateManyAndReturn({
    where: { ownerId: member.id, status: 'open' },
    data: { ownerId: null, version: { increment: 1 } },
    select: { id: true },
  });
  for (const { id } of released) {
    const thing = { coalitionId: coalition.id, subjectId: id };
    await cancelSchedules(tx, { ...thing, subject: 'task' });
    await refreshCards(tx, 'task', { ...thing, now });
  }
  return released.length;
}
