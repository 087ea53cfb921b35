import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Repetition } from '../../../src/core/errors.ts';
import { changingOnce } from '../../../src/domain/invocations/change-once.ts';
import { addReminder } from '../../../src/domain/reminders/add-reminder.ts';
import { cancelReminder, finishReminder } from '../../../src/domain/reminders/end-reminder.ts';
import { snoozeReminder } from '../../../src/domain/reminders/snooze-reminder.ts';
import type { Store } from '../../../src/store/open.ts';
import { actAt, foundOnBoth, inSlack, refuses, spaceOf } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, at, later, tickAt } from '../../support/ticking.ts';

const text = 'Bring the keys';
const here = { type: 'here' } as const;
const daily = again('2027-03-02T09:00', 'FREQ=DAILY');
const tomorrow = at('2027-03-02T09:00');
const inAnHour = { at: new Date('2027-03-01T13:00Z'), wall: '2027-03-01T13:00', zone: 'UTC', timed: true };
const inTwoHours = { ...inAnHour, at: new Date('2027-03-01T14:00Z'), wall: '2027-03-01T14:00' };

const markSaid = ({ db }: Pick<Store, 'db'>, letter: string) =>
  db.delivery.updateMany({ where: { letter }, data: { status: 'sent', settledAt: new Date('2027-03-02T09:00Z') } });

describe('being done with a reminder for everybody', () => {
  it('is its author’s and the organizers’ before it was said, and anybody’s after that', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: author } = await foundOnBoth(store);
    const ana = await actAt(store, inSlack, 'Ana');
    const { number } = await addReminder(author, { text, when: tomorrow, to: here });
    await refuses('reminder.not-said', finishReminder(ana, number));
    await tickAt(store, '2027-03-02T09:00Z');
    await refuses('reminder.not-said', finishReminder(ana, number));
    await markSaid(store, 'reminder.due');
    assert.equal((await finishReminder(ana, number)).state, 'done');
    for (const acting of [author, maria]) {
      const added = await addReminder(author, { text, when: tomorrow, to: here });
      assert.equal((await finishReminder(acting, added.number)).state, 'done');
    }
  });

  it('that comes again leaves alone what is to come of it', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily, to: here });
    await refuses('reminder.not-said', finishReminder(member, number));
    await tickAt(store, '2027-03-02T09:00Z');
    await markSaid(store, 'reminder.due');
    await snoozeReminder(later(maria, '2027-03-02T09:01Z'), number, () => ({
      ...{ at: new Date('2027-03-02T10:00Z'), wall: '2027-03-02T10:00', zone: 'UTC', timed: true },
    }));
    const done = await finishReminder(later(member, '2027-03-02T09:02Z'), number);
    assert.deepEqual([done.state, done.snoozedUntil, done.next.length], ['active', null, 3]);
    assert.equal(await tickAt(store, '2027-03-03T09:00Z'), 1);
  });
});

describe('wanting to hear again what is for everybody', () => {
  it('makes a reminder of one’s own, and leaves alone what others are to hear', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const ana = await actAt(store, inSlack, 'Ana');
    const { number } = await addReminder(maria, { text, when: daily, to: here });
    await snoozeReminder(maria, number, () => inAnHour);
    const [first, second] = await Promise.all([
      snoozeReminder(member, number, () => inTwoHours),
      snoozeReminder(ana, number, () => inTwoHours),
    ]);
    assert.deepEqual(
      [first.reminder, second.reminder].map(({ snoozedUntil, state }) => [snoozedUntil, state]),
      [inAnHour.at, inAnHour.at].map((until) => [until, 'active']),
    );
    assert.deepEqual([first.own?.recipientId, first.own?.authorId], [member.member.id, member.member.id]);
    assert.deepEqual([second.own?.text, second.own?.next], [text, [inTwoHours.at]]);
    assert.equal(await tickAt(store, inAnHour.at), 1);
    assert.equal(await tickAt(store, inTwoHours.at), 2);
    const said = await store.db.delivery.findMany({ where: { letter: 'reminder.due' } });
    assert.deepEqual(
      new Set(said.map(({ recipientId, spaceId }) => `${recipientId} ${spaceId}`)),
      new Set([member, ana].map((each) => `${each.member.id} ${spaceOf(each).id}`)),
    );
  });

  it('is no way to one that is over, and repeated makes one', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily, to: here });
    const press = () => {
      const running = { invocationId: 'press', now: member.now, changed: () => {} };
      return snoozeReminder({ ...member, db: changingOnce(member.db, running) }, number, () => inAnHour);
    };
    await press();
    await assert.rejects(press, Repetition);
    assert.equal(await store.db.reminder.count(), 2);
    await cancelReminder(maria, number);
    await refuses(
      'reminder.over',
      snoozeReminder(member, number, () => inAnHour),
    );
  });
});
