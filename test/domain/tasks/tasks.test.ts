import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NamedTime } from '../../../src/core/param.ts';
import { assignRole } from '../../../src/domain/coalitions/assign-role.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { assignTask } from '../../../src/domain/tasks/assign-task.ts';
import { dropTask, getDroppable } from '../../../src/domain/tasks/drop-task.ts';
import { finishTask, reopenTask } from '../../../src/domain/tasks/finish-task.ts';
import { getTask } from '../../../src/domain/tasks/get-task.ts';
import { scheduleTask } from '../../../src/domain/tasks/schedule-task.ts';
import { actAt, foundOnBoth, inSlack, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const me = { type: 'me' } as const;
const title = 'Call the food bank';
const friday: NamedTime = {
  at: new Date('2027-03-06T05:59:59Z'),
  wall: '2027-03-05',
  zone: 'America/Chicago',
  timed: false,
};

describe('adding a task', () => {
  it('keeps what was said of it', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const goal = { coalitionId: maria.coalition.id, number: 5, title: 'Nobody eats alone', createdAt: noon };
    await maria.db.goal.create({ data: goal });
    const owner = { type: 'name', name: 'Juan' } as const;
    const { number } = await addTask(maria, { title, notes: 'before noon', owner, due: friday, goal: 5 });
    const task = await getTask(maria, number);
    assert.equal(number, 1);
    assert.equal(task.title, title);
    assert.equal(task.notes, 'before noon');
    assert.equal(task.author.name, 'Maria');
    assert.equal(task.owner?.name, 'Juan');
    assert.deepEqual(task.due, { wall: '2027-03-05', zone: 'America/Chicago', at: friday.at });
    assert.deepEqual(task.goal, { number: 5, title: 'Nobody eats alone' });
    assert.deepEqual([task.status, task.version], ['open', 1]);
  });

  it('numbers tasks one by one, however many are added at once', async (t) => {
    const { maria, juan } = await foundOnBoth(await openTestStore(t));
    const adding = Array.from({ length: 12 }, (_, index) => addTask(index % 2 ? maria : juan, { title }));
    const numbers = (await Promise.all(adding)).map(({ number }) => number);
    assert.deepEqual(
      numbers.sort((one, other) => one - other),
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  it('is refused for a goal that is not there, and uses no number up', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    await refuses('goal.not-found', addTask(maria, { title, goal: 9 }));
    assert.equal((await addTask(maria, { title })).number, 1);
  });
});

describe('finishing a task', () => {
  it('notes who did it and when', async (t) => {
    const { maria, juan } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title });
    const task = await finishTask(juan, number);
    assert.deepEqual([task.status, task.finisher?.name, task.finishedAt, task.version], ['done', 'Juan', noon, 2]);
  });

  it('happens once, however many do it at once', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title });
    const results = await Promise.allSettled(
      [maria, juan, maria, juan, maria].map((acting) => finishTask(acting, number)),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    assert.equal(refused.length, 4);
    for (const { reason } of refused) assert.equal(reason.code, 'task.already-done');
    assert.equal(await store.db.delivery.count({ where: { letter: 'task.finished' } }), 2);
    assert.equal(await store.db.audit.count({ where: { verb: 'task.finished' } }), 1);
  });

  it('can be undone by anybody', async (t) => {
    const { maria, juan } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title });
    await refuses('task.still-open', reopenTask(juan, number));
    await finishTask(maria, number);
    const task = await reopenTask(juan, number);
    assert.deepEqual([task.status, task.finisher, task.finishedAt], ['open', null, null]);
  });
});

it('loses no change where different ones come at once', async (t) => {
  const { maria, juan } = await foundOnBoth(await openTestStore(t));
  const { number } = await addTask(maria, { title });
  await Promise.all([assignTask(juan, number, me), scheduleTask(maria, number, friday)]);
  const task = await getTask(maria, number);
  assert.deepEqual([task.owner?.name, task.due?.wall, task.version], ['Juan', '2027-03-05', 3]);
});

it('changes nothing where a task is given to whoever has it', async (t) => {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  const { number } = await addTask(maria, { title });
  await assignTask(juan, number, me);
  assert.equal((await assignTask(juan, number, me)).version, 2);
  assert.equal(await store.db.audit.count({ where: { verb: 'task.assigned' } }), 1);
});

type Deed = (acting: Acting, number: number) => Promise<unknown>;

const deeds: Record<string, Deed> = {
  finish: finishTask,
  drop: dropTask,
  'ask to drop': getDroppable,
  take: (acting, number) => assignTask(acting, number, me),
  postpone: (acting, number) => scheduleTask(acting, number, friday),
};

/** Who may do what with a task that has an owner and a date. */
const rights: Record<string, readonly (keyof typeof deeds)[]> = {
  author: ['finish', 'drop', 'ask to drop', 'take', 'postpone'],
  owner: ['finish', 'drop', 'ask to drop', 'take', 'postpone'],
  organizer: ['finish', 'drop', 'ask to drop', 'take', 'postpone'],
  facilitator: ['finish', 'take'],
  'bridge-builder': ['finish', 'take'],
  member: ['finish', 'take'],
};

describe('who may do what', () => {
  for (const [who, allowed] of Object.entries(rights)) {
    it(`lets the ${who} ${allowed.join(', ')} and nothing else`, async (t) => {
      const store = await openTestStore(t);
      const { maria } = await foundOnBoth(store);
      for (const role of ['facilitator', 'bridge-builder', 'organizer'] as const) {
        await assignRole(maria, { type: 'account', accountId: role.toUpperCase(), name: role }, role);
      }
      const author = await actAt(store, inSlack, 'author');
      const owner = { type: 'account', accountId: 'OWNER', name: 'owner' } as const;
      for (const [name, deed] of Object.entries(deeds)) {
        const { number } = await addTask(author, { title, owner, due: friday });
        const doing = deed(await actAt(store, inSlack, who), number);
        if (allowed.includes(name)) await doing;
        else await refuses('access.not-yours', doing);
      }
    });
  }

  it('lets anybody give a first date', async (t) => {
    const { maria, juan } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title });
    assert.equal((await scheduleTask(juan, number, friday)).due?.wall, '2027-03-05');
  });
});

describe('a task that is not open', () => {
  it('is not changed but by opening it again', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const done = (await addTask(maria, { title })).number;
    const dropped = (await addTask(maria, { title })).number;
    await finishTask(maria, done);
    await dropTask(maria, dropped);
    await refuses('task.already-done', dropTask(maria, done));
    await refuses('task.already-dropped', dropTask(maria, dropped));
    await refuses('task.already-dropped', finishTask(maria, dropped));
    for (const number of [done, dropped]) {
      await refuses('task.not-open', assignTask(maria, number, me));
      await refuses('task.not-open', scheduleTask(maria, number, friday));
      assert.equal((await reopenTask(maria, number)).status, 'open');
    }
  });
});
