import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { assignTask } from '../../src/domain/tasks/assign-task.ts';
import { dropTask } from '../../src/domain/tasks/drop-task.ts';
import { finishTask } from '../../src/domain/tasks/finish-task.ts';
import type { Delivery, Prisma } from '../../src/store/generated/sqlite/client.ts';
import { actor } from '../support/acting.ts';
import { fateOf, remind, type Sending, startSending } from '../support/sending.ts';
import { tickAt } from '../support/ticking.ts';

const minutes = (count: number) => count * 60_000;
const postsOf = ({ slack }: Sending) => actor(slack, 'Sam').posts();
const ago = ({ clock }: Sending, ms: number) => new Date(clock.now().getTime() - ms);

describe('what comes late', () => {
  it('says so, with the time it was due', async (t) => {
    const sending = await startSending(t);
    await remind(sending, { text: 'call the library', to: sending.sam, at: ago(sending, minutes(180)) });
    await sending.drain();
    assert.match(postsOf(sending).join(), /This comes late: it was due .*March 1, 2027.*9:00.*the bot was down/);
  });

  it('says so also where it tells everybody what there is to do', async (t) => {
    const sending = await startSending(t);
    await addTask(sending.maria, { title: 'Print flyers' });
    sending.clock.moveTo(new Date('2027-03-08T17:30:00Z'));
    await tickAt(sending.store, '2027-03-08T17:30:00Z');
    await sending.drain();
    const [digest] = postsOf(sending).filter((post) => /Print flyers/.test(post) && /comes late/.test(post));
    assert.match(digest ?? '', /Print flyers.*This comes late: it was meant for .*March 8, 2027.*9:00/s);
  });

  it('is not called late within two minutes', async (t) => {
    const sending = await startSending(t);
    await remind(sending, { text: 'call the library', to: sending.sam, at: ago(sending, minutes(1.9)) });
    await sending.drain();
    assert.match(postsOf(sending).join(), /call the library/);
    assert.doesNotMatch(postsOf(sending).join(), /late/);
  });

  it('is not said at all after its window, on record', async (t) => {
    const sending = await startSending(t);
    const expiresAt = ago(sending, 0);
    const delivery = await remind(
      sending,
      { text: 'too late', to: sending.sam, at: ago(sending, minutes(60)) },
      { expiresAt },
    );
    await sending.drain();
    assert.deepEqual(postsOf(sending), []);
    const { status, reason, settledAt } = await fateOf(sending, delivery);
    assert.deepEqual([status, reason], ['skipped', 'expired']);
    assert.ok(settledAt);
  });
});

describe('what makes no sense any more', () => {
  const fates = async (sending: Sending, deliveries: readonly Delivery[]) => {
    await sending.drain();
    const found = await Promise.all(deliveries.map((each) => fateOf(sending, each)));
    return found.map(({ status, reason }) => (status === 'skipped' ? reason : status));
  };

  it('is a reminder that is over, whose time was changed, or that nobody is there to hear', async (t) => {
    const sending = await startSending(t);
    const { sam, kai, store } = sending;
    const states = ['done', 'cancelled', 'declined'] as const;
    const over = [];
    for (const state of states) {
      const delivery = await remind(sending, { text: state, to: sam });
      await store.db.reminder.update({ where: { id: delivery.subjectId }, data: { state } });
      over.push(delivery);
    }
    const moved = await remind(sending, { text: 'moved', to: sam }, { key: 'a-schedule-of-before@2027-03-01T12:00@x' });
    const left = await remind(sending, { text: 'left', to: kai });
    await store.db.member.update({ where: { id: kai.member.id }, data: { leftAt: sending.clock.now() } });
    assert.deepEqual(await fates(sending, [...over, moved, left]), [
      'reminder-done',
      'reminder-cancelled',
      'reminder-declined',
      'no-longer-true',
      'recipient-left',
    ]);
    assert.deepEqual(postsOf(sending), []);
  });

  it('is whatever somebody else wants of who wants no reminders', async (t) => {
    const sending = await startSending(t);
    const { sam, store } = sending;
    await store.db.person.update({ where: { id: sam.person.id }, data: { reminders: 'off' } });
    const others = await remind(sending, { text: 'from Maria', to: sam });
    const own = await remind(sending, { text: 'my own', by: sam, to: sam });
    const everybodys = await remind(sending, { text: 'for all', to: null });
    assert.deepEqual(await fates(sending, [others, own, everybodys]), ['reminders-off', 'sent', 'sent']);
    assert.match(postsOf(sending).join(), /my own.*for all/);
  });

  it('is whatever somebody else wants of who is away, until they are back', async (t) => {
    const sending = await startSending(t);
    const { sam, store, clock } = sending;
    const data = { awayUntil: '2027-03-02', zone: 'America/Chicago' };
    await store.db.person.update({ where: { id: sam.person.id }, data });
    clock.moveTo(new Date('2027-03-02T05:59:59Z'));
    const others = await remind(sending, { text: 'from Maria', to: sam });
    const own = await remind(sending, { text: 'my own', by: sam, to: sam });
    const everybodys = await remind(sending, { text: 'for all', to: null });
    assert.deepEqual(await fates(sending, [others, own, everybodys]), ['recipient-away', 'sent', 'sent']);
    assert.match(postsOf(sending).join(), /my own.*for all/);
    clock.moveTo(new Date('2027-03-02T06:00:00Z'));
    assert.deepEqual(await fates(sending, [await remind(sending, { text: 'welcome back', to: sam })]), ['sent']);
    const { settledAt } = await fateOf(sending, others);
    assert.ok(settledAt);
  });

  it('is what waited for somebody who is away by then, said alone or with others', async (t) => {
    const sending = await startSending(t);
    const { sam, store, clock } = sending;
    const change = (data: Prisma.PersonUpdateInput) => store.db.person.update({ where: { id: sam.person.id }, data });
    await change({ quietFrom: '08:00', quietTo: '20:00' });
    const held = [await remind(sending, { text: 'one', to: sam }), await remind(sending, { text: 'two', to: sam })];
    assert.deepEqual(await fates(sending, held), ['pending', 'pending']);
    await change({ awayUntil: '2027-03-02' });
    clock.moveTo(new Date('2027-03-01T20:00:00Z'));
    assert.deepEqual(await fates(sending, held), ['recipient-away', 'recipient-away']);
    assert.deepEqual(postsOf(sending), []);
  });

  it('is a task that is done, dropped or in other hands', async (t) => {
    const sending = await startSending(t);
    const { sam, maria, store, clock } = sending;
    const notice = async (subjectId: string) =>
      store.db.delivery.create({
        data: {
          ...{ subjectId, coalitionId: maria.coalition.id, spaceId: sam.space?.id ?? '', recipientId: sam.member.id },
          ...{ letter: 'task.due', data: {}, dueAt: clock.now(), occurrenceAt: clock.now(), createdAt: clock.now() },
        },
      });
    const tasks = [];
    for (const title of ['one', 'two', 'three', 'four']) {
      tasks.push(await addTask(sam, { title, owner: { type: 'me' } }));
    }
    const [one, two, three, four] = tasks;
    assert.ok(one && two && three && four);
    const notices = [await notice(one.id), await notice(two.id), await notice(three.id), await notice(four.id)];
    await finishTask(sam, one.number);
    await dropTask(sam, two.number);
    await assignTask(maria, three.number, { type: 'me' });
    assert.deepEqual(await fates(sending, notices), ['task-finished', 'task-dropped', 'owner-changed', 'sent']);
    assert.match(postsOf(sending).join(), /T-4 · four is due: no date/);
  });
});
