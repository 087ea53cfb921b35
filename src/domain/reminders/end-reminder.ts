import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { ReminderState } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { type AuditVerb, audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { cancelSchedules } from '../schedules/set-schedule.ts';
import type { ReminderDetails, ReminderRow } from './details.ts';
import { getReminderRow, loadDetails } from './get-reminder.ts';
import { assertConcerned, assertMayCancel, assertRecipient, mayCancel } from './rights.ts';

/**
 * It is done: whoever it is for, its author or an organizer; what is for everybody is anybody's to be done with only
 * once it was said. What comes again goes on, and only what was put off of it is dropped. Throws `reminder.not-found`,
 * `reminder.over`, `reminder.not-said`, `access.not-yours`.
 */
export function finishReminder(acting: Acting, number: number): Promise<ReminderDetails> {
  return changeReminder(acting, number, assertConcerned, async (tx, row, about) => {
    if (!mayCancel(acting, row)) await assertSaid(tx, row);
    await cancelSchedules(tx, about, ['reminder.snoozed']);
    const details = await loadDetails(tx, row);
    if (details.repeats) await audit(tx, acting, 'reminder.done', row.id);
    else await end(tx, acting, row, 'done');
  });
}

/** What is being said counts as said: its buttons can be pressed before its delivery is settled. */
async function assertSaid(tx: ScopedTx, { id, number }: ReminderRow): Promise<void> {
  const said = await tx.delivery.count({ where: { subjectId: id, status: { in: ['sent', 'leased'] } } });
  if (said === 0) throw new UserError('reminder.not-said', { reference: formatReference('reminder', number) });
}

/**
 * Calls it off for good: whoever it is for, its author or an organizer. Throws `reminder.not-found`, `reminder.over`,
 * `access.not-yours`.
 */
export function cancelReminder(acting: Acting, number: number): Promise<ReminderDetails> {
  return changeReminder(acting, number, assertMayCancel, (tx, row) => end(tx, acting, row, 'cancelled'));
}

/**
 * The member whom somebody else wants to be reminded does not want that. Throws `reminder.not-found`, `reminder.over`,
 * `access.not-yours`.
 */
export function declineReminder(acting: Acting, number: number): Promise<ReminderDetails> {
  return changeReminder(acting, number, assertRecipient, (tx, row) => end(tx, acting, row, 'declined'));
}

type Ending = Exclude<ReminderState, 'active'>;

const verbs: Readonly<Record<Ending, AuditVerb>> = {
  done: 'reminder.done',
  cancelled: 'reminder.cancelled',
  declined: 'reminder.declined',
};

async function end(tx: ScopedTx, acting: Acting, { id, coalitionId }: ReminderRow, state: Ending): Promise<void> {
  await tx.reminder.updateMany({ where: { id }, data: { state, finishedAt: acting.now } });
  await cancelSchedules(tx, { coalitionId, subject: 'reminder', subjectId: id });
  await audit(tx, acting, verbs[state], id);
}

type About = Parameters<typeof cancelSchedules>[1];

/** Changes an active reminder, and shows it as it is then. */
function changeReminder(
  acting: Acting,
  number: number,
  assertMay: (acting: Acting, row: ReminderRow) => void,
  change: (tx: ScopedTx, row: ReminderRow, about: About) => Promise<void>,
): Promise<ReminderDetails> {
  return inReminder(acting, number, assertMay, async (tx, row) => {
    await change(tx, row, { coalitionId: row.coalitionId, subject: 'reminder', subjectId: row.id });
    return loadDetails(tx, await getReminderRow(tx, number));
  });
}

/**
 * Does something with an active reminder in one transaction; two at once come one after the other. Throws
 * `reminder.not-found`, `reminder.over`, and what `assertMay` throws.
 */
export function inReminder<T>(
  acting: Acting,
  number: number,
  assertMay: (acting: Acting, row: ReminderRow) => void,
  work: (tx: ScopedTx, row: ReminderRow) => Promise<T>,
): Promise<T> {
  return inTransaction(acting.db, async (tx) => {
    const row = await getReminderRow(tx, number);
    assertMay(acting, row);
    // Locks it, and finds out whether it was over by then.
    const { count } = await tx.reminder.updateMany({
      where: { id: row.id, state: 'active' },
      data: { state: 'active' },
    });
    if (count === 0) throw new UserError('reminder.over', { reference: formatReference('reminder', number) });
    return work(tx, row);
  });
}
