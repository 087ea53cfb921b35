import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { finishTask } from '../../src/domain/tasks/finish-task.ts';
import { findRows, type Row } from '../../src/store/rows.ts';
import { foundOnBoth } from '../support/members.ts';
import { openTestStore } from '../support/store.ts';

/** A store with rows of which some columns are filled in one and empty in another. */
async function openFilled(t: TestContext) {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  const hostile = `Bring “'quotes'”, "\\backslashes"\n\t{}[],: and 🥕 \u2028`;
  await addTask(maria, { title: hostile });
  await addTask(maria, { title: 'Call the food bank' });
  await finishTask(maria, 2);
  return store;
}

describe('rows that are looked up in great number', () => {
  it('are as Prisma gives them', async (t) => {
    const { db } = await openFilled(t);
    await db.delivery.updateMany({
      where: { letter: 'task.card.post' },
      data: { leasedUntil: new Date('2027-03-01T12:00:00.120Z'), leasedBy: 'one', urgent: true, heldFor: 'budget' },
    });
    const check = async <M extends 'Delivery' | 'Task' | 'Space' | 'Coalition' | 'Member' | 'Person' | 'Account'>(
      model: M,
      expected: readonly Row<M>[],
    ) => {
      assert.ok(expected.length > 0, model);
      const ids = expected.map(({ id }) => id);
      assert.deepEqual(sorted(await findRows(db, model, 'id', ids)), sorted(expected), model);
    };
    await check('Delivery', await db.delivery.findMany());
    await check('Task', await db.task.findMany());
    await check('Space', await db.space.findMany());
    await check('Coalition', await db.coalition.findMany());
    await check('Member', await db.member.findMany());
    await check('Person', await db.person.findMany());
    await check('Account', await db.account.findMany());
  });

  it('are found once, however often they are asked for, and those that are not there are left out', async (t) => {
    const { db } = await openFilled(t);
    const [person] = await db.person.findMany();
    assert.ok(person);
    assert.deepEqual(await findRows(db, 'Person', 'id', [person.id, 'nobody', person.id]), [person]);
    assert.deepEqual(await findRows(db, 'Person', 'id', []), []);
  });

  it('are found by another column than their id', async (t) => {
    const { db } = await openFilled(t);
    const [coalition] = await db.coalition.findMany();
    assert.ok(coalition);
    const tasks = await findRows(db, 'Task', 'coalitionId', [coalition.id]);
    assert.deepEqual(tasks.map(({ number }) => number).sort(), [1, 2]);
  });
});

function sorted<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
