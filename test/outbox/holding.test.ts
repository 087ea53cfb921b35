import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { claimDeliveries } from '../../src/domain/deliveries/claim.ts';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { finishTask } from '../../src/domain/tasks/finish-task.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import type { Prisma } from '../../src/store/generated/sqlite/client.ts';
import { actor } from '../support/acting.ts';
import { fateOf, leaseMs, remind, type Sending, startSending } from '../support/sending.ts';
import { silence } from '../support/silence.ts';

const change = ({ store, sam }: Sending, data: Prisma.PersonUpdateInput) =>
  store.db.person.update({ where: { id: sam.person.id }, data });
const at = (hour: string, day = '2027-03-01') => new Date(`${day}T${hour}:00Z`);
const nightly = { quietFrom: '21:00', quietTo: '08:00' };
const postsOf = ({ slack }: Sending) => actor(slack, 'Sam').posts();

describe('quiet hours', () => {
  it('hold back what is not urgent until they end', async (t) => {
    const sending = await startSending(t);
    const { clock, sam } = sending;
    await change(sending, { ...nightly, zone: 'America/Chicago' });
    clock.moveTo(at('04:00', '2027-03-02'));
    const delivery = await remind(sending, { text: 'call the library', to: sam });
    await sending.drain();
    assert.deepEqual(postsOf(sending), []);
    const { status, heldFor, dueAt, attempts } = await fateOf(sending, delivery);
    assert.deepEqual({ status, heldFor, attempts }, { status: 'pending', heldFor: 'quietHours', attempts: 0 });
    assert.deepEqual(dueAt, at('14:00', '2027-03-02'));
    clock.moveTo(at('14:00', '2027-03-02'));
    await sending.drain();
    assert.match(postsOf(sending).join(), /call the library.*waited for the end of your quiet hours/);
    assert.equal((await fateOf(sending, delivery)).status, 'sent');
  });

  it('do not hold back what somebody set for themselves, nor what is for everybody', async (t) => {
    const sending = await startSending(t);
    const { clock, sam } = sending;
    await change(sending, nightly);
    clock.moveTo(at('23:00'));
    await remind(sending, { text: 'my own pills', by: sam, to: sam });
    await remind(sending, { text: 'lock the doors', to: null });
    await sending.drain();
    assert.match(postsOf(sending).join(), /my own pills.*lock the doors/);
  });

  it('end in one digest of all that was held back, each settled by that post', async (t) => {
    const sending = await startSending(t);
    const { clock, sam, kai, store } = sending;
    await change(sending, nightly);
    clock.moveTo(at('22:00'));
    const texts = ['call the library', 'water the garden', 'print the flyers'];
    const held = [];
    for (const text of texts) held.push(await remind(sending, { text, to: sam }));
    // One that was made on the other platform.
    held.push(await remind(sending, { text: 'from afar', to: sam }, { spaceId: kai.space?.id ?? '' }));
    await sending.drain();
    assert.deepEqual(postsOf(sending), []);
    clock.moveTo(at('08:00', '2027-03-02'));
    await sending.drain();
    const posts = postsOf(sending);
    assert.equal(posts.length, 1);
    for (const text of [...texts, 'from afar']) assert.match(posts.join(), new RegExp(text));
    const fates = await Promise.all(held.map((delivery) => fateOf(sending, delivery)));
    assert.deepEqual(new Set(fates.map(({ status }) => status)), new Set(['sent']));
    assert.equal(new Set(fates.map(({ messageId }) => messageId)).size, 1);
    assert.equal(fates.filter(({ digestId }) => digestId === null).length, 1);
    assert.equal(await store.db.delivery.count({ where: { status: 'pending' } }), 0);
  });

  it('end in a digest without what makes no sense any more', async (t) => {
    const sending = await startSending(t);
    const { clock, sam, store } = sending;
    await change(sending, nightly);
    clock.moveTo(at('22:00'));
    const [first, second, third, fourth] = [
      await remind(sending, { text: 'first', to: sam }),
      await remind(sending, { text: 'second', to: sam }),
      await remind(sending, { text: 'third', to: sam }, { expiresAt: at('23:00') }),
      await remind(sending, { text: 'fourth', to: sam }),
    ];
    await sending.drain();
    await store.db.reminder.update({ where: { id: first.subjectId }, data: { state: 'done' } });
    await store.db.reminder.update({ where: { id: second.subjectId }, data: { state: 'declined' } });
    clock.moveTo(at('08:00', '2027-03-02'));
    await sending.drain();
    assert.equal(postsOf(sending).length, 1);
    assert.match(postsOf(sending).join(), /fourth/);
    const fates = await Promise.all([first, second, third, fourth].map((each) => fateOf(sending, each)));
    assert.deepEqual(
      fates.map(({ status, reason }) => [status, reason]),
      [
        ['skipped', 'reminder-done'],
        ['skipped', 'reminder-declined'],
        ['skipped', 'expired'],
        ['sent', null],
      ],
    );
  });
});

/** That a task is done, as if it were for Sam alone: whoever writes such a letter names nobody. */
async function announceToSam({ store, maria, sam }: Sending, data: Prisma.DeliveryUncheckedUpdateManyInput = {}) {
  const { number } = await addTask(maria, { title: 'Print flyers' });
  await finishTask(maria, number);
  const where = { letter: 'task.finished', spaceId: sam.space?.id ?? '' };
  await store.db.delivery.updateMany({ where, data: { recipientId: sam.member.id, ...data } });
  return store.db.delivery.findFirstOrThrow({ where });
}

describe('what is a post of its own', () => {
  /** At night, with something that waits for Sam. */
  async function startNight(t: TestContext) {
    const sending = await startSending(t);
    await change(sending, nightly);
    sending.clock.moveTo(at('22:00'));
    const held = await remind(sending, { text: 'call the library', to: sending.sam });
    await sending.drain();
    return { sending, held };
  }

  it('waits for nobody', async (t) => {
    const { sending } = await startNight(t);
    const delivery = await announceToSam(sending);
    await sending.drain();
    assert.equal((await fateOf(sending, delivery)).status, 'sent');
    assert.match(postsOf(sending).join(), /finished T-1 · Print flyers/);
  });

  it('comes by itself where other things have waited, and is not taken for said with them', async (t) => {
    const { sending, held } = await startNight(t);
    const { clock } = sending;
    const delivery = await announceToSam(sending, { dueAt: at('08:00', '2027-03-02') });
    clock.moveTo(at('08:00', '2027-03-02'));
    await sending.drain();
    assert.match(postsOf(sending).join(), /finished T-1 · Print flyers/);
    const [said, announced] = [await fateOf(sending, held), await fateOf(sending, delivery)];
    assert.deepEqual([said.status, announced.status, announced.digestId], ['sent', 'sent', null]);
    assert.notEqual(said.messageId, announced.messageId);
  });

  it('is refused loudly where it joined others all the same', async (t) => {
    const { sending, held } = await startNight(t);
    const { clock } = sending;
    const { id, letter } = await announceToSam(sending, { digestId: held.id });
    await sending.drain();
    clock.moveTo(at('08:00', '2027-03-02'));
    const warnings: unknown[] = [];
    const log = { ...silence, warn: (facts: { readonly err?: unknown }) => void warnings.push(String(facts.err)) };
    const [taken] = await claimDeliveries(sending.store.db, { now: clock.now(), limit: 1, leaseMs, worker: 'w' });
    assert.equal(taken?.id, held.id);
    await deliver({ ...sending.parts, log }, taken);
    assert.deepEqual(warnings, [`Error: a ${letter} cannot be said with others`]);
    assert.equal((await fateOf(sending, { id })).status, 'pending');
    assert.doesNotMatch(postsOf(sending).join(), /library|finished T-1/);
  });
});

describe('a digest', () => {
  async function startDigest(sending: Sending) {
    const { clock, sam } = sending;
    await change(sending, nightly);
    clock.moveTo(at('22:00'));
    const held = [
      await remind(sending, { text: 'call the library', to: sam }),
      await remind(sending, { text: 'water the garden', to: sam }),
    ];
    await sending.drain();
    clock.moveTo(at('08:00', '2027-03-02'));
    return held;
  }

  it('is found and not said again where a process died after sending it', async (t) => {
    const sending = await startSending(t);
    const held = await startDigest(sending);
    // The answer is lost: as for a process that was killed, what came of it is not on record.
    sending.slack.faults.loseAnswer('chat.postMessage');
    await sending.drain();
    assert.equal(postsOf(sending).length, 1);
    // What comes meanwhile is not taken to have been in it.
    const later = await remind(sending, { text: 'came later', to: sending.sam }, { heldFor: 'quietHours' });
    sending.clock.moveTo(at('08:05', '2027-03-02'));
    await sending.drain();
    assert.equal(postsOf(sending).length, 2);
    assert.doesNotMatch(postsOf(sending)[0] ?? '', /came later/);
    assert.match(postsOf(sending)[1] ?? '', /came later/);
    const fates = await Promise.all(held.map((delivery) => fateOf(sending, delivery)));
    assert.deepEqual(
      fates.map(({ status }) => status),
      ['sent', 'sent'],
    );
    const messages = [...fates, await fateOf(sending, later)].map(({ messageId }) => messageId);
    assert.equal(new Set(messages).size, 2);
  });

  it('is said once, with the same contents, where a process died before sending it', async (t) => {
    const sending = await startSending(t);
    const held = await startDigest(sending);
    sending.slack.faults.refuse('chat.postMessage', { status: 500 });
    await sending.drain();
    assert.deepEqual(postsOf(sending), []);
    sending.clock.moveTo(at('08:05', '2027-03-02'));
    await sending.drain();
    assert.equal(postsOf(sending).length, 1);
    assert.match(postsOf(sending).join(), /call the library.*water the garden/);
    const fates = await Promise.all(held.map((delivery) => fateOf(sending, delivery)));
    assert.deepEqual(
      fates.map(({ status }) => status),
      ['sent', 'sent'],
    );
  });

  it('takes nothing along that had not joined it before it came into doubt', async (t) => {
    const sending = await startSending(t);
    const { store, clock, parts } = sending;
    const [first, second] = await startDigest(sending);
    assert.ok(first && second);
    const claim = { limit: 20, leaseMs };
    const dead = await claimDeliveries(store.db, { ...claim, now: clock.now(), worker: 'dead' });
    clock.moveTo(new Date(clock.now().getTime() + leaseMs));
    const next = await claimDeliveries(store.db, { ...claim, now: clock.now(), worker: 'next' });
    assert.deepEqual(
      next.map(({ id, inDoubt }) => [id, inDoubt]),
      dead.map(({ id }) => [id, true]),
    );
    for (const delivery of next) await deliver(parts, delivery);
    assert.equal((await fateOf(sending, first)).status, 'sent');
    assert.deepEqual((await fateOf(sending, second)).digestId, null);
    await sending.drain();
    assert.equal(postsOf(sending).length, 2);
  });
});

describe('the daily budget', () => {
  it('holds back what is over it until nine the next morning, and counts by day', async (t) => {
    const sending = await startSending(t);
    const { clock, sam } = sending;
    await change(sending, { dailyBudget: 2 });
    const all = [];
    for (const text of ['one', 'two', 'three', 'four']) all.push(await remind(sending, { text, to: sam }));
    await sending.drain();
    assert.equal(postsOf(sending).length, 2);
    const fates = await Promise.all(all.map((each) => fateOf(sending, each)));
    assert.deepEqual(
      fates.map(({ status, heldFor }) => [status, heldFor]),
      [
        ['sent', null],
        ['sent', null],
        ['pending', 'budget'],
        ['pending', 'budget'],
      ],
    );
    assert.deepEqual(fates[2]?.dueAt, at('09:00', '2027-03-02'));
    // What they set for themselves does not wait, nor count.
    await remind(sending, { text: 'my own', by: sam, to: sam });
    await sending.drain();
    assert.equal(postsOf(sending).length, 3);
    clock.moveTo(at('09:00', '2027-03-02'));
    await sending.drain();
    assert.equal(postsOf(sending).length, 4);
    assert.match(postsOf(sending).at(-1) ?? '', /three.*four/);
    // A digest counts once.
    await remind(sending, { text: 'five', to: sam });
    await sending.drain();
    assert.match(postsOf(sending).at(-1) ?? '', /five/);
  });

  it('waits for the end of quiet hours in the morning', async (t) => {
    const sending = await startSending(t);
    await change(sending, { dailyBudget: 1, quietFrom: '20:00', quietTo: '10:30' });
    await remind(sending, { text: 'one', to: sending.sam });
    const second = await remind(sending, { text: 'two', to: sending.sam });
    await sending.drain();
    assert.deepEqual((await fateOf(sending, second)).dueAt, at('10:30', '2027-03-02'));
  });
});
