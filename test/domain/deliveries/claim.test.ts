import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Claim, type ClaimedDelivery, claimDeliveries, nextDue } from '../../../src/domain/deliveries/claim.ts';
import { giveBack } from '../../../src/domain/deliveries/give-back.ts';
import { retryLater } from '../../../src/domain/deliveries/settle.ts';
import { settleSent } from '../../../src/domain/deliveries/settle-sent.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import type { Db } from '../../../src/store/scope.ts';
import { elsewhere, foundCoalition, foundOnBoth, inSlack, linkPlace, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const seconds = (count: number) => new Date(noon.getTime() + count * 1000);
const usual: Claim = { now: noon, limit: 20, leaseMs: 60_000, worker: 'one' };

const claim = (db: Db, changes: Partial<Claim> = {}) => claimDeliveries(db, { ...usual, ...changes });

async function addSome(acting: Acting, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await addTask(acting, { title: 'Call the food bank' });
}

/** Takes and settles until nothing is due; returns everything in the order in which it was taken. */
async function drain(db: Db, changes: Partial<Claim> = {}): Promise<ClaimedDelivery[]> {
  const all: ClaimedDelivery[] = [];
  for (;;) {
    const taken = await claim(db, changes);
    if (taken.length === 0) return all;
    all.push(...taken);
    await Promise.all(taken.map((delivery) => settleSent(db, delivery, { now: noon })));
  }
}

describe('claiming', () => {
  it('takes one of each space at a time, the oldest first', async (t) => {
    const { db, ...store } = await openTestStore(t);
    const { maria } = await foundOnBoth({ db, ...store });
    await addSome(maria, 3);
    const first = await claim(db);
    assert.deepEqual(first.map(({ space }) => space.platform).sort(), ['discord', 'slack']);
    assert.deepEqual(await claim(db), []);
    for (const delivery of first) await settleSent(db, delivery, { now: noon });
    const rest = await drain(db);
    for (const platform of ['slack', 'discord']) {
      const taken = [...first, ...rest].filter(({ space }) => space.platform === platform);
      const tasks = await Promise.all(taken.map(({ subjectId: id }) => db.task.findUniqueOrThrow({ where: { id } })));
      assert.deepEqual(
        tasks.map(({ number }) => number),
        [1, 2, 3],
      );
    }
  });

  it('gives each delivery to one of many workers, and two of one space to none at once', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addSome(maria, 3);
    const workers = Array.from({ length: 6 }, (_, index) => `worker ${index}`);
    const taken = (await Promise.all(workers.map((worker) => claim(store.db, { worker })))).flat();
    assert.equal(taken.length, 2);
    assert.equal(new Set(taken.map(({ spaceId }) => spaceId)).size, 2);
    for (const { leasedBy } of taken) assert.ok(workers.includes(leasedBy ?? ''));
  });

  it('sends everything once where workers compete to the end', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addSome(maria, 5);
    const drained = await Promise.all(['one', 'two', 'three'].map((worker) => drain(store.db, { worker })));
    const rest = await drain(store.db);
    const ids = [...drained.flat(), ...rest].map(({ id }) => id);
    assert.equal(ids.length, 10);
    assert.equal(new Set(ids).size, 10);
  });

  it('lets coalitions take turns', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    for (const channelId of ['C2', 'C3', 'C4']) await linkPlace(store, maria, { ...inSlack, channelId }, 'Maria');
    const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await addSome(maria, 5);
    await addSome(olga, 1);
    const taken = await claim(store.db, { limit: 2 });
    assert.equal(new Set(taken.map(({ coalitionId }) => coalitionId)).size, 2);
  });

  it('takes several of a space in their order, one at a time where nobody asks for more', async (t) => {
    const store = await openTestStore(t);
    await addSome(await foundCoalition(store, inSlack), 4);
    const taken = await claim(store.db, { perSpace: () => 3 });
    const ids = taken.map(({ id }) => id);
    assert.equal(ids.length, 3);
    assert.deepEqual(ids, ids.toSorted());
    assert.deepEqual(await claim(store.db, { worker: 'two', perSpace: () => 3 }), []);
  });

  it('takes along what is due in a moment', async (t) => {
    const store = await openTestStore(t);
    await addSome(await foundCoalition(store, inSlack), 1);
    const early = { now: seconds(-2), leadMs: 1_000 };
    assert.deepEqual(await nextDue(store.db, early.now, early.leadMs), seconds(-1));
    assert.deepEqual(await claim(store.db, { ...early, aheadMs: 2_000 }), []);
    assert.deepEqual(await claim(store.db, { now: seconds(-2), leadMs: 2_000, aheadMs: 1_999 }), []);
    assert.equal((await claim(store.db, { ...early, now: seconds(-1), aheadMs: 1_000 })).length, 1);
  });

  it('looks past a coalition that floods, and past one of which enough is in hand', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    for (const channelId of ['C2', 'C3', 'C4']) await linkPlace(store, maria, { ...inSlack, channelId }, 'Maria');
    const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await addSome(maria, 5);
    await addSome(olga, 1);
    const both = await claim(store.db, { limit: 4, perCoalition: 2 });
    assert.deepEqual(
      [maria, olga].map(({ coalition }) => both.filter(({ coalitionId }) => coalitionId === coalition.id).length),
      [2, 1],
    );
    assert.deepEqual(await claim(store.db, { limit: 2, exceptCoalitions: [maria.coalition.id] }), []);
  });

  it('leaves alone what is not due, and spaces that have to wait', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await addSome(maria, 1);
    assert.deepEqual(await claim(store.db, { now: seconds(-1) }), []);
    const taken = await claim(store.db, { exceptSpaces: [juan.space?.id ?? ''] });
    assert.deepEqual(
      taken.map(({ space }) => space.platform),
      ['slack'],
    );
  });

  it('leaves to others what is for a platform that the worker does not speak to', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addSome(maria, 1);
    assert.deepEqual(await claim(store.db, { platforms: [] }), []);
    const taken = await claim(store.db, { platforms: ['discord'] });
    const rest = await claim(store.db, { platforms: ['slack', 'discord'], worker: 'two' });
    assert.deepEqual(
      [taken, rest].map((some) => some.map(({ space }) => space.platform)),
      [['discord'], ['slack']],
    );
  });
});

describe('where the platform takes no posts now, or no edits', () => {
  const nowhere = { space: [], workspace: [] };

  it('neither holds up the other', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await addSome(maria, 2);
    const cards = await drain(store.db);
    const [card] = cards;
    assert.ok(card);
    const edit = {
      ...card,
      id: 'edit',
      letter: 'task.card.edit',
      data: {},
      status: 'pending',
      dueAt: seconds(1),
    } as const;
    const { space, coalition, inDoubt, ...row } = edit;
    await store.db.delivery.create({ data: { ...row, leasedUntil: null, leasedBy: null, settledAt: null } });
    await addSome(maria, 1);
    const where = [
      { space: [space.id], workspace: [] },
      { space: [], workspace: [space.workspaceId] },
    ];
    for (const here of where) {
      const now = seconds(2);
      const letters = async (waiting: Claim['waiting']) => {
        const taken = await claim(store.db, { now, perSpace: () => 5, ...(waiting && { waiting }) });
        await giveBack(store.db, taken, now);
        return taken.map(({ letter }) => letter);
      };
      assert.deepEqual(await letters({ post: here, edit: nowhere }), ['task.card.edit']);
      assert.deepEqual(await letters({ post: nowhere, edit: here }), ['task.card.post']);
      assert.deepEqual(await letters({ post: here, edit: here }), []);
      assert.deepEqual(await letters({ post: nowhere, edit: nowhere }), ['task.card.post', 'task.card.edit']);
    }
  });
});

describe('a delivery in hand too long', () => {
  it('is taken again, in doubt, and is no longer the first worker’s to settle', async (t) => {
    const store = await openTestStore(t);
    await addSome(await foundCoalition(store, inSlack), 1);
    const [first] = await claim(store.db);
    assert.ok(first);
    assert.equal(first.inDoubt, false);
    assert.deepEqual(await claim(store.db, { now: seconds(59), worker: 'two' }), []);
    const [again] = await claim(store.db, { now: seconds(60), worker: 'two' });
    assert.ok(again);
    assert.deepEqual([again.id, again.inDoubt, again.attempts], [first.id, true, 1]);
    assert.equal(await settleSent(store.db, first, { now: seconds(61), messageId: 'm1' }), false);
    assert.equal(await settleSent(store.db, again, { now: seconds(61), messageId: 'm2' }), true);
  });
});

describe('what a process left behind', () => {
  it('is in doubt, all of it; what it had not taken is not', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addSome(maria, 3);
    await claim(store.db, { perSpace: () => 2 });
    const again = await claim(store.db, { now: seconds(60), worker: 'two', perSpace: () => 3 });
    assert.deepEqual(
      [...Map.groupBy(again, ({ spaceId }) => spaceId).values()].map((rows) => rows.map(({ inDoubt }) => inDoubt)),
      [
        [true, true, false],
        [true, true, false],
      ],
    );
  });
});

describe('a delivery to be tried again', () => {
  it('holds back what is newer in its space', async (t) => {
    const store = await openTestStore(t);
    await addSome(await foundCoalition(store, inSlack), 2);
    const [first] = await claim(store.db);
    assert.ok(first);
    await retryLater(store.db, first, { at: seconds(5), reason: 'later' });
    assert.deepEqual(await claim(store.db, { now: seconds(4) }), []);
    const [again] = await claim(store.db, { now: seconds(5) });
    assert.deepEqual([again?.id, again?.inDoubt, again?.reason], [first.id, false, 'later']);
  });

  it('stays in doubt where it may have been sent', async (t) => {
    const store = await openTestStore(t);
    await addSome(await foundCoalition(store, inSlack), 1);
    const [first] = await claim(store.db);
    assert.ok(first);
    await retryLater(store.db, first, { at: seconds(5), reason: 'later', inDoubt: true });
    assert.deepEqual(await claim(store.db, { now: seconds(4) }), []);
    const [again] = await claim(store.db, { now: seconds(5) });
    assert.equal(again?.inDoubt, true);
  });
});

describe('when something is due next', () => {
  it('is never, at its time, at the end of a lease or at the time of another try', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    assert.equal(await nextDue(store.db, noon), null);
    await addSome(maria, 2);
    assert.deepEqual(await nextDue(store.db, seconds(-1)), noon);
    const [first] = await claim(store.db);
    assert.ok(first);
    assert.deepEqual(await nextDue(store.db, noon), seconds(60));
    await retryLater(store.db, first, { at: seconds(5), reason: 'later' });
    assert.deepEqual(await nextDue(store.db, noon), seconds(5));
    assert.deepEqual(
      (await claim(store.db, { now: seconds(5) })).map(({ dueAt }) => dueAt),
      [noon],
    );
  });
});
