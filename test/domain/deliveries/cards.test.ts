import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markSpaceLost } from '../../../src/domain/audiences/closed-spaces.ts';
import { findCard, markCardGone } from '../../../src/domain/deliveries/cards.ts';
import { type ClaimedDelivery, claimDeliveries } from '../../../src/domain/deliveries/claim.ts';
import { readLetter } from '../../../src/domain/deliveries/letters.ts';
import { settleFailed, settleSkipped } from '../../../src/domain/deliveries/settle.ts';
import { settleSent } from '../../../src/domain/deliveries/settle-sent.ts';
import { loadMentioned } from '../../../src/domain/people/load-mentioned.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { assignTask } from '../../../src/domain/tasks/assign-task.ts';
import { finishTask, reopenTask } from '../../../src/domain/tasks/finish-task.ts';
import { loadTaskForCard } from '../../../src/domain/tasks/load-for-card.ts';
import type { Db } from '../../../src/store/scope.ts';
import { elsewhere, foundCoalition, foundOnBoth, inSlack, noon, spaceOf } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const title = 'Call the food bank';
const claim = (db: Db) => claimDeliveries(db, { now: noon, limit: 20, leaseMs: 60_000, worker: 'one' });

/** Posts or edits what is due, as the outbox does, until nothing is left; returns the letters in order. */
async function sendAll(db: Db): Promise<string[]> {
  const sent: string[] = [];
  for (let taken = await claim(db); taken.length > 0; taken = await claim(db)) {
    for (const delivery of taken) await send(db, delivery);
    sent.push(...taken.map(({ letter, space }) => `${space.platform} ${letter}`));
  }
  return sent.sort();
}

async function send(db: Db, delivery: ClaimedDelivery): Promise<void> {
  const version = (await loadTaskForCard(db, delivery))?.version ?? 0;
  const isCard = delivery.letter.startsWith('task.card');
  await settleSent(db, delivery, { now: noon, messageId: `m-${delivery.spaceId}`, ...(isCard && { version }) });
}

const countWaiting = (db: Db, letter: string) => db.delivery.count({ where: { letter, status: 'pending' } });

describe('a card', () => {
  it('is posted in every space, and edited in each after a change', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await addTask(maria, { title });
    assert.deepEqual(await sendAll(store.db), ['discord task.card.post', 'slack task.card.post']);
    await finishTask(juan, 1);
    assert.deepEqual(await sendAll(store.db), [
      'discord task.card.edit',
      'discord task.finished',
      'slack task.card.edit',
      'slack task.finished',
    ]);
    const cards = await store.db.card.findMany();
    assert.deepEqual(
      cards.map(({ version, messageId, spaceId }) => [version, messageId === `m-${spaceId}`]),
      [
        [2, true],
        [2, true],
      ],
    );
  });

  it('is edited once for many changes that wait, and not at all before it is posted', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await addTask(maria, { title });
    await finishTask(maria, 1);
    assert.equal(await countWaiting(store.db, 'task.card.edit'), 0);
    await sendAll(store.db);
    for (const change of [reopenTask, finishTask, reopenTask]) await change(maria, 1);
    assert.equal(await countWaiting(store.db, 'task.card.edit'), 1);
  });

  it('is edited once more where it was changed while it was on its way', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await addTask(maria, { title });
    const [post] = await claim(store.db);
    assert.ok(post);
    await finishTask(maria, 1);
    await settleSent(store.db, post, { now: noon, messageId: 'm1', version: 1 });
    assert.equal(await countWaiting(store.db, 'task.card.edit'), 1);
    await sendAll(store.db);
    assert.equal((await findCard(store.db, post))?.version, 2);
  });

  it('heals itself where it turns out to show an older version', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await addTask(maria, { title });
    const [post] = await claim(store.db);
    assert.ok(post);
    await settleSent(store.db, post, { now: noon, messageId: 'm1', version: 0 });
    assert.equal(await countWaiting(store.db, 'task.card.edit'), 1);
  });

  it('is left alone once it is gone', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await addTask(maria, { title });
    await sendAll(store.db);
    const [card] = await store.db.card.findMany();
    assert.ok(card);
    await markCardGone(store.db, card, noon);
    assert.equal(await findCard(store.db, { ...card, letter: 'task.card.edit' }), null);
    await finishTask(maria, 1);
    assert.deepEqual(await sendAll(store.db), ['slack task.finished']);
  });
});

describe('a lost space', () => {
  it('hears nothing more, and what waited for it is skipped', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await addTask(maria, { title });
    await markSpaceLost(store.db, spaceOf(juan), noon);
    await finishTask(maria, 1);
    assert.deepEqual(await sendAll(store.db), ['slack task.card.post', 'slack task.finished']);
    const reasons = await store.db.delivery.findMany({ where: { status: 'skipped' }, select: { reason: true } });
    assert.deepEqual(reasons, [{ reason: 'space-lost' }]);
  });
});

it('writes letters that can be read again', async (t) => {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await addTask(maria, { title });
  await sendAll(store.db);
  await assignTask(maria, 1, { type: 'name', name: 'Juan' });
  const letters = (await store.db.delivery.findMany({ where: { status: 'pending' } })).map(readLetter);
  const data = { byId: maria.member.id, ownerId: juan.member.id };
  assert.deepEqual(
    letters.filter(({ kind }) => kind === 'task.assigned'),
    [
      { kind: 'task.assigned', data },
      { kind: 'task.assigned', data },
    ],
  );
  assert.throws(() => readLetter({ letter: 'toString', data: {} }));
  assert.throws(() => readLetter({ letter: 'task.finished', data: {} }));
});

it('keeps on record why something was not said', async (t) => {
  const store = await openTestStore(t);
  const maria = await foundCoalition(store, inSlack);
  await addTask(maria, { title });
  await addTask(maria, { title });
  const [first] = await claim(store.db);
  assert.ok(first);
  assert.equal(await settleSkipped(store.db, first, 'subject-gone', noon), true);
  assert.equal(await settleFailed(store.db, first, 'refused', noon), false);
  const [second] = await claim(store.db);
  assert.ok(second);
  await settleFailed(store.db, second, 'refused', noon);
  const rows = await store.db.delivery.findMany({ orderBy: { id: 'asc' } });
  assert.deepEqual(
    rows.map(({ status, reason, settledAt }) => [status, reason, settledAt]),
    [
      ['skipped', 'subject-gone', noon],
      ['failed', 'refused', noon],
    ],
  );
});

it('loads for a delivery only what is of its coalition', async (t) => {
  const store = await openTestStore(t);
  const maria = await foundCoalition(store, inSlack);
  const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
  const { id: subjectId } = await addTask(maria, { title });
  const coalitionId = olga.coalition.id;
  assert.equal(await loadTaskForCard(store.db, { coalitionId, subjectId }), null);
  assert.equal(await loadMentioned(store.db, { coalitionId }, maria.member.id), null);
  assert.equal((await loadMentioned(store.db, { coalitionId }, olga.member.id))?.name, 'Olga');
});
