import { inTransaction } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { releaseAnswers } from '../conversations/release.ts';
import type { Acting } from '../people/acting.ts';
import { releaseReminders } from '../reminders/release-reminders.ts';
import { releaseTasks } from '../tasks/release-tasks.ts';
import { lockCoalition } from './lock.ts';
import { assertOrganizerLeft } from './organizers.ts';

/**
 * Ends a membership. Whoever comes back is a plain member; what they did keeps their name; their open tasks are nobody's
 * again, their seats go to those who wait, and they are reminded of nothing more. Returns how many tasks these were. Throws `coalition.last-organizer`.
 */
export function leaveCoalition(acting: Acting): Promise<{ released: number }> {
  const { db, coalition, member, now } = acting;
  return inTransaction(db, async (tx) => {
    await lockCoalition(tx, coalition.id);
    await tx.member.update({ where: { id: member.id }, data: { leftAt: now, role: 'member' } });
    await assertOrganizerLeft(tx);
    const released = await releaseTasks(tx, acting);
    await releaseReminders(tx, acting);
    await releaseAnswers(tx, acting);
    await audit(tx, acting, 'coalition.left', member.id);
    return { released };
  });
}
