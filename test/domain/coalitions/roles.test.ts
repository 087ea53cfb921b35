import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assignRole } from '../../../src/domain/coalitions/assign-role.ts';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { getTask } from '../../../src/domain/tasks/get-task.ts';
import type { Store } from '../../../src/store/open.ts';
import { actAt, foundCoalition, foundOnBoth, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const me = { type: 'me' } as const;
const named = (name: string) => ({ type: 'name', name }) as const;

const countOrganizers = ({ db }: Store) => db.member.count({ where: { role: 'organizer', leftAt: null } });

describe('the last organizer', () => {
  it('neither leaves nor steps down', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await refuses('coalition.last-organizer', leaveCoalition(maria));
    await refuses('coalition.last-organizer', assignRole(maria, me, 'facilitator'));
    assert.equal(await countOrganizers(store), 1);
    assert.equal(await store.db.audit.count({ where: { verb: { in: ['coalition.left', 'coalition.role'] } } }), 0);
  });

  it('may go once there is another', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { role } = await assignRole(maria, named('Juan'), 'organizer');
    assert.equal(role, 'organizer');
    await leaveCoalition(maria);
    assert.equal(await countOrganizers(store), 1);
  });

  it('remains where all organizers leave or step down at once', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await assignRole(maria, named('Juan'), 'organizer');
    const results = await Promise.allSettled([
      leaveCoalition(maria),
      assignRole(juan, me, 'member'),
      assignRole(maria, named('Juan'), 'member'),
    ]);
    assert.ok(results.some(({ status }) => status === 'rejected'));
    assert.equal(await countOrganizers(store), 1);
  });
});

it('gives a role to somebody who was only mentioned', async (t) => {
  const store = await openTestStore(t);
  const maria = await foundCoalition(store, inSlack);
  await assignRole(maria, { type: 'account', accountId: 'ROSA', name: 'Rosa' }, 'bridge-builder');
  assert.equal((await actAt(store, inSlack, 'Rosa')).member.role, 'bridge-builder');
});

it('leaves the open tasks of whoever leaves to everybody', async (t) => {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  const { number } = await addTask(maria, { title: 'Call the food bank', owner: named('Juan') });
  assert.deepEqual(await leaveCoalition(juan), { released: 1 });
  const task = await getTask(maria, number);
  assert.equal(task.owner, null);
  assert.equal(task.version, 2);
});
