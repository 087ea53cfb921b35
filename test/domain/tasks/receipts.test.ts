import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { NamedTime } from '../../../src/core/param.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { showTaskReceipts } from '../../../src/domain/tasks/receipts.ts';
import { actAt, foundOnBoth, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { tickAt } from '../../support/ticking.ts';

const due: NamedTime = { wall: '2027-03-05T18:00', zone: 'UTC', timed: true, at: new Date('2027-03-05T18:00Z') };

it('the reminders of a task tell organizers, its author and its owner what became of them, and nobody else', async (t) => {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  const owner = { type: 'name', name: 'Ana' } as const;
  const ana = await actAt(store, inSlack, 'Ana');
  const { number } = await addTask(juan, { title: 'Call the food bank', owner, due });
  assert.equal((await showTaskReceipts(maria, number)).total, 0);
  await tickAt(store, '2027-03-04T18:00Z');
  const sent = { status: 'sent', settledAt: new Date('2027-03-04T18:00Z'), sentTo: 'direct' } as const;
  await store.db.delivery.updateMany({ where: { letter: 'task.soon' }, data: sent });
  await tickAt(store, '2027-03-05T18:00Z');
  const skipped = { status: 'skipped', reason: 'task-finished', settledAt: due.at } as const;
  await store.db.delivery.updateMany({ where: { letter: 'task.due' }, data: skipped });
  for (const acting of [maria, juan, ana]) {
    const { receipts, task } = await showTaskReceipts(acting, number);
    assert.deepEqual(
      receipts.map(({ status, reason, recipient }) => [status, reason, recipient?.name]),
      [
        ['skipped', 'task-finished', 'Ana'],
        ['sent', null, 'Ana'],
      ],
    );
    assert.equal(task.number, number);
  }
  await refuses('access.not-yours', showTaskReceipts(await actAt(store, inSlack, 'Kai'), number));
});
