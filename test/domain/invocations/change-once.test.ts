import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Repetition } from '../../../src/core/errors.ts';
import { changingOnce } from '../../../src/domain/invocations/change-once.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { getTask } from '../../../src/domain/tasks/get-task.ts';
import type { Db } from '../../../src/store/scope.ts';
import { foundCoalition, inSlack, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const addPerson = (db: Db, name: string) =>
  db.$transaction((tx) => tx.person.create({ data: { name, createdAt: noon } }));
const running = (invocationId: string, changed = () => {}) => ({ invocationId, now: noon, changed });

it('lets one of many simultaneous repetitions change something', async (t) => {
  const { db } = await openTestStore(t);
  const clients = Array.from({ length: 8 }, () => changingOnce(db, running('Ev1')));
  const ends = await Promise.allSettled(clients.map((client) => addPerson(client, 'Maria')));
  const refused = ends.filter((end) => end.status === 'rejected' && end.reason instanceof Repetition);
  assert.equal(refused.length, 7);
  assert.equal(await db.person.count(), 1);
});

it('runs again what came to nothing', async (t) => {
  const { db } = await openTestStore(t);
  const crashing = changingOnce(db, running('Ev1')).$transaction(async (tx) => {
    await tx.person.create({ data: { name: 'Maria', createdAt: noon } });
    throw new Error('crashed');
  });
  await assert.rejects(crashing, /crashed/);
  await addPerson(changingOnce(db, running('Ev1')), 'Maria');
  assert.equal(await db.person.count(), 1);
});

it('lets one invocation change several things, and says so each time', async (t) => {
  const { db } = await openTestStore(t);
  let changes = 0;
  const client = changingOnce(
    db,
    running('Ev1', () => {
      changes += 1;
    }),
  );
  await addPerson(client, 'Maria');
  await addPerson(client, 'Juan');
  assert.equal(changes, 2);
  assert.equal(await db.person.count(), 2);
});

it('keeps the client of a coalition bound to it', async (t) => {
  const store = await openTestStore(t);
  const maria = await foundCoalition(store, inSlack);
  const acting = { ...maria, db: changingOnce(maria.db, running('Ev1')) };
  await addTask(acting, { title: 'Call the food bank' });
  await assert.rejects(
    addTask({ ...maria, db: changingOnce(maria.db, running('Ev1')) }, { title: 'Again' }),
    Repetition,
  );
  assert.equal((await getTask(acting, 1)).title, 'Call the food bank');
  assert.equal(await store.db.task.count(), 1);
});
