import type { ScopedTx } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';

/** A member who leaves is reminded of nothing more, in the transaction in which they leave. */
export async function releaseReminders(tx: ScopedTx, { member, now }: Acting): Promise<void> {
  await tx.reminder.updateMany({
    where: { recipientId: member.id, state: 'active' },
    data: { state: 'cancelled', finishedAt: now },
  });
  await tx.schedule.deleteMany({ where: { recipientId: member.id } });
}
