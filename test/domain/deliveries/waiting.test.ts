import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimDeliveries } from '../../../src/domain/deliveries/claim.ts';
import { settleSent } from '../../../src/domain/deliveries/settle-sent.ts';
import { findWaiting } from '../../../src/domain/deliveries/waiting.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { foundOnBoth, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const later = new Date(noon.getTime() + 60_000);

describe('what waits', () => {
  it('is what is due and not said, in hand or not, by platform', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    assert.deepEqual(await findWaiting(store.db, noon), { due: 0, oldest: null });
    await addTask(maria, { title: 'Call the food bank' });
    assert.deepEqual(await findWaiting(store.db, later), { due: 2, oldest: noon });
    assert.deepEqual(await findWaiting(store.db, later, 'slack'), { due: 1, oldest: noon });
    const taken = await claimDeliveries(store.db, { now: later, limit: 2, leaseMs: 1_000, worker: 'w' });
    assert.deepEqual(await findWaiting(store.db, later), { due: 2, oldest: noon });
    for (const delivery of taken) await settleSent(store.db, delivery, { messageId: '1', version: 1, now: later });
    assert.deepEqual(await findWaiting(store.db, later), { due: 0, oldest: null });
  });

  it('is nothing that is held back, or whose time has not come', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addTask(maria, { title: 'Call the food bank' });
    await store.db.delivery.updateMany({ data: { dueAt: later } });
    assert.deepEqual(await findWaiting(store.db, noon), { due: 0, oldest: null });
  });
});
