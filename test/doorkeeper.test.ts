import assert from 'node:assert/strict';
import { it } from 'node:test';
import { statementsOf } from '../bench/statements.ts';
import { commands } from '../commands/index.ts';
import { createApp } from '../src/app/create-app.ts';
import type { Invocation } from '../src/core/invocation.ts';
import { createDoorkeeper } from '../src/doorkeeper.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import type { Store } from '../src/store/open.ts';
import { foundCoalition, inSlack, noon } from './support/members.ts';
import { silence } from './support/silence.ts';
import { openTestStore } from './support/store.ts';

/** The app of a process of its own: it shares the store with the others, and no memory. */
function createProcess(store: Store, changed = () => {}) {
  const clock = { now: () => noon };
  return createApp({
    commands,
    catalogue: createCatalogue(),
    door: createDoorkeeper(store, clock, changed),
    clock,
    log: silence,
    defaults: { locale: 'en', zone: 'UTC' },
    site: { url: 'http://localhost:3000', isPublic: false },
    describe: () => assert.fail('the platform was asked'),
  });
}

const adding: Invocation = {
  id: 'Ev1',
  place: inSlack,
  placeName: 'general',
  direct: false,
  actor: { accountId: 'MARIA', name: 'Maria', locale: 'en' },
  operation: 'task.add',
  input: { title: 'Call the food bank' },
  via: 'command',
  names: {},
};

it('a repetition that comes to another process changes nothing and is not answered', async (t) => {
  const store = await openTestStore(t);
  await foundCoalition(store, inSlack);
  const answers = await Promise.all([1, 2, 3].map(() => createProcess(store).run(adding)));
  assert.equal(answers.filter((answer) => answer !== null).length, 1);
  assert.equal(await store.db.task.count(), 1);
});

it('a list that is asked for writes nothing, and nobody is told of a change', async (t) => {
  const store = await openTestStore(t);
  await foundCoalition(store, inSlack);
  let changes = 0;
  const app = createProcess(store, () => {
    changes += 1;
  });
  const answer = await app.run({ ...adding, operation: 'task.list', input: {} });
  assert.equal(answer?.failed, undefined);
  assert.equal(await store.db.seenInvocation.count(), 0);
  assert.equal(changes, 0);
  await app.run({ ...adding, id: 'Ev2' });
  assert.equal(await store.db.seenInvocation.count(), 1);
  assert.equal(changes, 1);
});

it('a list that is asked for costs few statements', async (t) => {
  const store = await openTestStore(t);
  await foundCoalition(store, inSlack);
  const app = createProcess(store);
  for (const id of ['Ev1', 'Ev2', 'Ev3']) await app.run({ ...adding, id });
  const list = { ...adding, id: 'Ev4', operation: 'task.list', input: {} } as const;
  const statements = await statementsOf(() => app.run(list));
  // Six to know who asks, and of which coalition; the page with its members.
  assert.equal(statements.length, 11, statements.map(({ sql }) => sql).join('\n'));
});
