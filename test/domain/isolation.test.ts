import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ErrorCode } from '../../src/core/errors.ts';
import { assignRole } from '../../src/domain/coalitions/assign-role.ts';
import { describeCoalition } from '../../src/domain/coalitions/describe-coalition.ts';
import { inviteChannel, revokeInvite } from '../../src/domain/coalitions/invite.ts';
import { listMembers } from '../../src/domain/coalitions/list-members.ts';
import { unlinkSpace } from '../../src/domain/coalitions/unlink-space.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import { addReminder } from '../../src/domain/reminders/add-reminder.ts';
import { cancelReminder, declineReminder, finishReminder } from '../../src/domain/reminders/end-reminder.ts';
import { listAllReminders, listReminders } from '../../src/domain/reminders/list-reminders.ts';
import { showReminder } from '../../src/domain/reminders/receipts.ts';
import { snoozeReminder } from '../../src/domain/reminders/snooze-reminder.ts';
import { suggestAddressees, suggestReminders } from '../../src/domain/reminders/suggest-reminders.ts';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { assignTask } from '../../src/domain/tasks/assign-task.ts';
import { dropTask, getDroppable } from '../../src/domain/tasks/drop-task.ts';
import { finishTask, reopenTask } from '../../src/domain/tasks/finish-task.ts';
import { getTask } from '../../src/domain/tasks/get-task.ts';
import { listTasks } from '../../src/domain/tasks/list-tasks.ts';
import { scheduleTask } from '../../src/domain/tasks/schedule-task.ts';
import { suggestGoals, suggestTasks } from '../../src/domain/tasks/suggest-tasks.ts';
import type { Store } from '../../src/store/open.ts';
import { elsewhere, foundCoalition, foundOnBoth, noon, refuses } from '../support/members.ts';
import { openTestStore } from '../support/store.ts';
import { at } from '../support/ticking.ts';

const due = { at: noon, wall: '2027-03-01T12:00', zone: 'UTC', timed: true };
const juan = { type: 'name', name: 'Juan' } as const;
const title = 'Ask the mayor';

/** What a stranger's organizer tries with the number, the name or the code of another coalition's, and what they hear. */
const attempts: Record<string, [ErrorCode, (olga: Acting, code: string) => Promise<unknown>]> = {
  'shows no task of it': ['task.not-found', (olga) => getTask(olga, 1)],
  'finishes no task of it': ['task.not-found', (olga) => finishTask(olga, 1)],
  'reopens no task of it': ['task.not-found', (olga) => reopenTask(olga, 1)],
  'drops no task of it': ['task.not-found', (olga) => dropTask(olga, 1)],
  'is not asked about dropping one': ['task.not-found', (olga) => getDroppable(olga, 1)],
  'takes no task of it': ['task.not-found', (olga) => assignTask(olga, 1, { type: 'me' })],
  'moves no date of it': ['task.not-found', (olga) => scheduleTask(olga, 1, due)],
  'gives no task to its members by name': ['person.not-found', (olga) => addTask(olga, { title, owner: juan })],
  'lists no tasks by its members': ['person.not-found', (olga) => listTasks(olga, { owner: juan })],
  'lists no tasks by its goals': ['goal.not-found', (olga) => listTasks(olga, { goal: 5 })],
  'hangs no task on its goals': ['goal.not-found', (olga) => addTask(olga, { title, goal: 5 })],
  'shows no reminder of it': ['reminder.not-found', (olga) => showReminder(olga, 1)],
  'puts off no reminder of it': ['reminder.not-found', (olga) => snoozeReminder(olga, 1, () => due)],
  'finishes no reminder of it': ['reminder.not-found', (olga) => finishReminder(olga, 1)],
  'calls off no reminder of it': ['reminder.not-found', (olga) => cancelReminder(olga, 1)],
  'declines no reminder of it': ['reminder.not-found', (olga) => declineReminder(olga, 1)],
  'reminds none of its members by name': [
    'person.not-found',
    (olga) => addReminder(olga, { text: title, when: at('2027-03-02T09:00'), to: juan }),
  ],
  'gives no role to its members': ['person.not-found', (olga) => assignRole(olga, juan, 'organizer')],
  'revokes no code of it': ['code.unknown', (olga, code) => revokeInvite(olga, code)],
};

/** Two coalitions in one store; the first has a bit of everything. */
async function foundTwo(store: Store) {
  const { maria, juan: member } = await foundOnBoth(store);
  const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
  const goal = { coalitionId: maria.coalition.id, number: 5, title: 'Nobody eats alone', createdAt: noon };
  await maria.db.goal.create({ data: goal });
  await addTask(maria, { title: 'Call the food bank', owner: { type: 'me' }, due, goal: 5 });
  await addReminder(maria, { text: title, when: at('2027-03-02T09:00'), to: { type: 'here' } });
  return { maria, juan: member, olga, code: (await inviteChannel(maria)).code };
}

describe('a coalition beside another', () => {
  for (const [what, [error, attempt]] of Object.entries(attempts)) {
    it(what, async (t) => {
      const { maria, olga, code } = await foundTwo(await openTestStore(t));
      await refuses(error, attempt(olga, code));
      assert.equal((await getTask(maria, 1)).version, 1);
    });
  }

  it('sees nothing of it in lists, numbers and suggestions', async (t) => {
    const { olga } = await foundTwo(await openTestStore(t));
    assert.equal((await listTasks(olga, { status: 'all' })).total, 0);
    assert.equal((await listMembers(olga, {})).total, 1);
    assert.deepEqual(await suggestTasks(olga, '', ['open', 'done', 'dropped']), []);
    assert.deepEqual(await suggestGoals(olga, ''), []);
    assert.equal((await listReminders(olga)).total, 0);
    assert.equal((await listAllReminders(olga)).total, 0);
    assert.deepEqual(await suggestReminders(olga, ''), []);
    assert.deepEqual(
      (await suggestAddressees(olga, '', [])).map(({ value }) => value),
      ['Olga'],
    );
    const { spaces, roles } = await describeCoalition(olga);
    assert.deepEqual([spaces.length, roles.organizer, roles.member], [1, 1, 0]);
  });

  it('counts its own tasks from one and tells its own spaces alone', async (t) => {
    const store = await openTestStore(t);
    const { olga } = await foundTwo(store);
    assert.equal((await addTask(olga, { title })).number, 1);
    const told = await store.db.delivery.findMany({ where: { coalitionId: olga.coalition.id } });
    assert.deepEqual(
      told.map(({ spaceId }) => spaceId),
      [olga.space?.id],
    );
  });

  it('unlinks no channel of it', async (t) => {
    const { maria, olga } = await foundTwo(await openTestStore(t));
    await refuses('coalition.space-not-linked', unlinkSpace({ ...olga, space: maria.space }));
    assert.equal((await describeCoalition(maria)).spaces.length, 2);
  });
});
