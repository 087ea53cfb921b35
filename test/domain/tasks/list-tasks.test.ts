import assert from 'node:assert/strict';
import { it } from 'node:test';
import { statementsOf } from '../../../bench/statements.ts';
import type { NamedTime } from '../../../src/core/param.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { dropTask } from '../../../src/domain/tasks/drop-task.ts';
import { finishTask } from '../../../src/domain/tasks/finish-task.ts';
import { listTasks, type TaskQuery } from '../../../src/domain/tasks/list-tasks.ts';
import { suggestGoals, suggestTasks } from '../../../src/domain/tasks/suggest-tasks.ts';
import { foundOnBoth, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

function march(day: number): NamedTime {
  const wall = `2027-03-${String(day).padStart(2, '0')}`;
  return { at: new Date(`${wall}T23:59:59Z`), wall, zone: 'UTC', timed: false };
}

it('lists what is due first, then by number, and open tasks unless told otherwise', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  for (const due of [undefined, march(20), undefined, march(10), march(15), march(16)]) {
    await addTask(maria, { title: 'Something', due });
  }
  await finishTask(maria, 5);
  await dropTask(maria, 6);
  const numbers = async (query: TaskQuery) => (await listTasks(maria, query)).tasks.map(({ number }) => number);
  assert.deepEqual(await numbers({}), [4, 2, 1, 3]);
  assert.deepEqual(await numbers({ status: 'done' }), [5]);
  assert.deepEqual(await numbers({ status: 'all' }), [4, 5, 6, 2, 1, 3]);
});

it('filters by owner and by goal', async (t) => {
  const { maria, juan } = await foundOnBoth(await openTestStore(t));
  await maria.db.goal.create({
    data: { coalitionId: maria.coalition.id, number: 5, title: 'Nobody eats alone', createdAt: noon },
  });
  await addTask(maria, { title: 'Nobody’s' });
  await addTask(maria, { title: 'Of Juan', owner: { type: 'name', name: 'juan' } });
  await addTask(maria, { title: 'Of the goal', goal: 5 });
  const titles = async (query: TaskQuery) => (await listTasks(juan, query)).tasks.map(({ title }) => title);
  assert.deepEqual(await titles({ owner: { type: 'me' } }), ['Of Juan']);
  assert.deepEqual(await titles({ goal: 5 }), ['Of the goal']);
  await refuses('goal.not-found', titles({ goal: 6 }));
  await refuses('person.not-found', titles({ owner: { type: 'name', name: 'Nobody' } }));
});

it('shows ten on a page, each task on one page alone', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  for (let index = 0; index < 23; index += 1) await addTask(maria, { title: 'Something' });
  const pages = await Promise.all([1, 2, 3].map((page) => listTasks(maria, { page })));
  assert.deepEqual(
    pages.map(({ tasks }) => tasks.length),
    [10, 10, 3],
  );
  assert.equal(new Set(pages.flatMap(({ tasks }) => tasks.map(({ number }) => number))).size, 23);
  for (const [asked, given] of [
    [0, 1],
    [-3, 1],
    [99, 3],
    [Number.NaN, 1],
  ] as const) {
    assert.equal((await listTasks(maria, { page: asked })).page, given);
  }
});

it('gives an empty list one empty page', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  assert.deepEqual(await listTasks(maria, { page: 4 }), { page: 1, pages: 1, total: 0, tasks: [] });
});

it('suggests tasks by their number and by their words, newest first', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  for (const title of ['Call the food bank', 'Llamar a José', 'Print posters']) await addTask(maria, { title });
  await finishTask(maria, 3);
  const values = async (typed: string, statuses: readonly ('open' | 'done')[] = ['open']) =>
    (await suggestTasks(maria, typed, statuses)).map(({ value }) => value);
  assert.deepEqual(await suggestTasks(maria, 'food', ['open']), [{ label: 'T-1 Call the food bank', value: 'T-1' }]);
  assert.deepEqual(await values(''), ['T-2', 'T-1']);
  assert.deepEqual(await values('t2'), ['T-2']);
  assert.deepEqual(await values('jose'), ['T-2']);
  assert.deepEqual(await values('', ['done']), ['T-3']);
});

it('suggests labels that the platforms take, and no more than they show', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  for (let index = 0; index < 26; index += 1) await addTask(maria, { title: '🌱'.repeat(200) });
  const suggestions = await suggestTasks(maria, '', ['open']);
  assert.equal(suggestions.length, 25);
  assert.equal([...(suggestions[0]?.label ?? '')].length, 100);
});

it('suggests goals', async (t) => {
  const { maria } = await foundOnBoth(await openTestStore(t));
  const goal = { coalitionId: maria.coalition.id, number: 5, title: 'Nobody eats alone', createdAt: noon };
  await maria.db.goal.create({ data: goal });
  assert.deepEqual(await suggestGoals(maria, 'g5'), [{ label: 'G-5 Nobody eats alone', value: 'G-5' }]);
});

it('asks for each thing once, in however many tasks it is', async (t) => {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await store.db.goal.create({
    data: { coalitionId: maria.coalition.id, number: 5, title: 'Nobody eats alone', createdAt: noon },
  });
  const count = async () => (await statementsOf(() => listTasks(maria, { status: 'all' }))).length;
  await addTask(maria, { title: 'Call the food bank' });
  assert.equal(await count(), 5);
  for (const acting of [maria, juan, maria]) {
    await addTask(acting, { title: 'Something', owner: { type: 'name', name: 'juan' }, goal: 5 });
  }
  await finishTask(juan, 2);
  // The goals as well, and nothing else.
  assert.equal(await count(), 6);
});
