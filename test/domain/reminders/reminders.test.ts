import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assignRole } from '../../../src/domain/coalitions/assign-role.ts';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { addReminder } from '../../../src/domain/reminders/add-reminder.ts';
import { cancelReminder, declineReminder, finishReminder } from '../../../src/domain/reminders/end-reminder.ts';
import { listReminders } from '../../../src/domain/reminders/list-reminders.ts';
import { loadReminderForNotice } from '../../../src/domain/reminders/load-for-notice.ts';
import { showReminder } from '../../../src/domain/reminders/receipts.ts';
import { snoozeReminder } from '../../../src/domain/reminders/snooze-reminder.ts';
import { isStillPlanned } from '../../../src/domain/schedules/still-planned.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { actAt, foundOnBoth, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, at, later, occurrencesIn, tickAt } from '../../support/ticking.ts';

const text = 'Bring the keys';
const juan = { type: 'name', name: 'Juan' } as const;
const here = { type: 'here' } as const;
const daily = again('2027-03-02T09:00', 'FREQ=DAILY');
const tomorrow = at('2027-03-02T09:00');
const inAnHour = { at: new Date('2027-03-01T13:00Z'), wall: '2027-03-01T13:00', zone: 'UTC', timed: true };
const inTwoHours = { ...inAnHour, at: new Date('2027-03-01T14:00Z'), wall: '2027-03-01T14:00' };

describe('adding a reminder', () => {
  it('numbers it, and says when it comes next', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const reminder = await addReminder(maria, { text, when: daily });
    assert.deepEqual([reminder.number, reminder.text, reminder.state], [1, text, 'active']);
    assert.deepEqual(
      reminder.next.map((next) => next.toISOString().slice(0, 16)),
      ['2027-03-02T09:00', '2027-03-03T09:00', '2027-03-04T09:00'],
    );
    assert.deepEqual(reminder.repeats, { wall: '2027-03-02T09:00', zone: 'UTC', rule: 'FREQ=DAILY' });
    assert.deepEqual([reminder.recipient?.name, reminder.author.name], ['Maria', 'Maria']);
    assert.equal((await addReminder(maria, { text, when: tomorrow })).number, 2);
  });

  it('is for members alone, and not more often than hourly', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const stranger = { type: 'account', accountId: 'STRANGER', name: 'Stranger' } as const;
    await refuses('person.not-a-member', addReminder(maria, { text, when: tomorrow, to: stranger }));
    const often = again('2027-03-02T09:00', 'FREQ=DAILY;BYHOUR=9;BYMINUTE=0,30');
    await refuses('reminder.too-often', addReminder(maria, { text, when: often }));
    const over = again('2026-03-02T09:00', 'FREQ=DAILY;COUNT=3');
    await refuses('reminder.never', addReminder(maria, { text, when: over }));
    assert.equal((await listReminders(maria)).total, 0);
  });

  it('needs a space for what is for everybody in it', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const alone: Acting = { ...maria, space: null, direct: true };
    await refuses('reminder.no-space', addReminder(alone, { text, when: tomorrow, to: here }));
    assert.equal((await addReminder(alone, { text, when: tomorrow })).recipient?.name, 'Maria');
  });
});

/** Who may do what with a reminder that Maria, an organizer, or Juan made for whom. */
describe('what may be done with a reminder', () => {
  type Deed = (acting: Acting, number: number) => Promise<unknown>;
  const deeds: Readonly<Record<string, Deed>> = {
    show: showReminder,
    snooze: (acting, number) => snoozeReminder(acting, number, () => inAnHour),
    done: finishReminder,
    decline: declineReminder,
    cancel: cancelReminder,
  };
  const rights = {
    'by its author': ['show', 'snooze', 'done', 'cancel'],
    'by whom it is for': ['show', 'snooze', 'done', 'decline', 'cancel'],
    'by an organizer': ['show', 'snooze', 'done', 'cancel'],
    'by another member': [],
  } as const;

  for (const [who, allowed] of Object.entries(rights)) {
    for (const [what, deed] of Object.entries(deeds)) {
      const may = (allowed as readonly string[]).includes(what);
      it(`${who}: ${may ? '' : 'not '}${what}`, async (t) => {
        const store = await openTestStore(t);
        const { maria, juan: author } = await foundOnBoth(store);
        const ana = await actAt(store, inSlack, 'Ana');
        const others = { 'by its author': author, 'by whom it is for': ana, 'by an organizer': maria };
        const acting = others[who as keyof typeof others] ?? (await actAt(store, inSlack, 'Kai'));
        const { number } = await addReminder(author, { text, when: tomorrow, to: { type: 'name', name: 'Ana' } });
        if (may) await deed(acting, number);
        else await refuses('access.not-yours', deed(acting, number));
      });
    }
  }

  it('for everybody: anybody hears it again, and its author or an organizer calls it off', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily, to: here });
    await snoozeReminder(member, number, () => inAnHour);
    await refuses('access.not-yours', cancelReminder(member, number));
    await refuses('access.not-yours', declineReminder(member, number));
    await assignRole(maria, juan, 'organizer');
    await cancelReminder(await actAt(store, inSlack, 'Maria'), number);
    await refuses('reminder.over', cancelReminder(maria, number));
    await refuses('reminder.not-found', cancelReminder(maria, 99));
  });
});

describe('putting a reminder off', () => {
  it('says it once more, and leaves alone when it comes by itself', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily });
    const { reminder: snoozed } = await snoozeReminder(maria, number, () => inAnHour);
    assert.deepEqual(snoozed.snoozedUntil, inAnHour.at);
    assert.deepEqual(snoozed.next[0], new Date('2027-03-02T09:00Z'));
    for (const now of ['2027-03-01T13:00Z', '2027-03-01T14:00Z', '2027-03-02T09:00Z']) await tickAt(store, now);
    assert.deepEqual(await occurrencesIn(store, 'reminder.snoozed'), ['2027-03-01T13:00 pending']);
    assert.deepEqual(await occurrencesIn(store), ['2027-03-02T09:00 pending']);
  });

  it('to when it comes anyway says it once', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily });
    const until = { at: new Date('2027-03-02T09:00Z'), wall: '2027-03-02T09:00', zone: 'UTC', timed: true };
    assert.equal((await snoozeReminder(maria, number, () => until)).reminder.snoozedUntil, null);
    assert.equal(await tickAt(store, '2027-03-02T09:00Z'), 1);
  });

  it('that comes once says it then, and not when it was to come', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: tomorrow });
    const until = { at: new Date('2027-03-05T09:00Z'), wall: '2027-03-05T09:00', zone: 'UTC', timed: true };
    const { reminder: snoozed } = await snoozeReminder(maria, number, () => until);
    assert.deepEqual([snoozed.next, snoozed.snoozedUntil], [[], until.at]);
    assert.equal(await tickAt(store, '2027-03-02T09:00Z'), 0);
    assert.equal(await tickAt(store, '2027-03-05T09:00Z'), 1);
  });

  it('that comes once and is waiting to be said leaves nothing waiting', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: tomorrow, to: juan });
    await tickAt(store, '2027-03-02T09:00Z');
    await snoozeReminder(later(member, '2027-03-02T09:01Z'), number, () => ({
      ...{ at: new Date('2027-03-05T09:00Z'), wall: '2027-03-05T09:00', zone: 'UTC', timed: true },
    }));
    const [waiting] = await store.db.delivery.findMany({ where: { letter: 'reminder.due' } });
    assert.ok(waiting);
    assert.equal(await isStillPlanned(store.db, waiting), false);
  });

  it('for somebody else is as urgent as it was, and for oneself at the very time', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily, to: juan });
    const urgent = async () => (await store.db.schedule.findFirst({ where: { letter: 'reminder.snoozed' } }))?.urgent;
    await snoozeReminder(maria, number, () => inAnHour);
    assert.equal(await urgent(), false);
    await snoozeReminder(member, number, () => inAnHour);
    assert.equal(await urgent(), true);
  });

  it('again puts it off to the later choice, also where two choose at once', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: author } = await foundOnBoth(store);
    const { number } = await addReminder(author, { text, when: daily, to: here });
    await Promise.all([
      snoozeReminder(maria, number, () => inAnHour),
      snoozeReminder(author, number, () => inTwoHours),
    ]);
    assert.equal(await store.db.schedule.count({ where: { letter: 'reminder.snoozed' } }), 1);
  });

  it('for everybody goes by the coalition’s clock, and moves with it', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily, to: here });
    const asked: (string | undefined)[] = [];
    await snoozeReminder(maria, number, (zone = 'UTC') => {
      asked.push(zone);
      return { at: toInstant('2027-03-02T09:00', zone), wall: '2027-03-02T09:00', zone, timed: true };
    });
    assert.deepEqual(asked, ['America/Chicago']);
    const schedule = await store.db.schedule.findFirst({ where: { letter: 'reminder.snoozed' } });
    assert.deepEqual(
      [schedule?.nextAt, schedule?.zoneOf],
      [toInstant('2027-03-02T09:00', 'America/Chicago'), 'coalition'],
    );
  });
});

describe('a reminder that is over', () => {
  it('comes no more', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const ends = [
      [finishReminder, 'done', maria, at('2027-03-02T09:00')],
      [cancelReminder, 'cancelled', maria, daily],
      [declineReminder, 'declined', member, daily],
    ] as const;
    for (const [end, state, acting, when] of ends) {
      const { number } = await addReminder(maria, { text, when, to: juan });
      assert.equal((await end(acting, number)).state, state);
    }
    assert.equal(await tickAt(store, '2027-03-05T09:00Z'), 0);
  });

  it('is not one that comes again and was done for this time', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily });
    await snoozeReminder(maria, number, () => inAnHour);
    const done = await finishReminder(maria, number);
    assert.deepEqual([done.state, done.snoozedUntil, done.next.length], ['active', null, 3]);
    assert.equal(await tickAt(store, '2027-03-01T13:00Z'), 0);
    assert.equal(await tickAt(store, '2027-03-02T09:00Z'), 1);
  });

  it('is that of a member who left', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    await addReminder(maria, { text, when: daily, to: juan });
    await leaveCoalition(member);
    assert.equal(await tickAt(store, '2027-03-02T09:00Z'), 0);
  });
});

describe('a reminder whose author has left', () => {
  it('still comes for everybody, and names nobody', async (t) => {
    const store = await openTestStore(t);
    const { juan: author } = await foundOnBoth(store);
    await addReminder(author, { text, when: daily, to: here });
    await tickAt(store, '2027-03-02T09:00Z');
    const said = async () => {
      const delivery = await store.db.delivery.findFirstOrThrow({ where: { letter: 'reminder.due' } });
      return (await loadReminderForNotice(store.db, delivery))?.author?.name;
    };
    assert.equal(await said(), 'Juan');
    await leaveCoalition(author);
    assert.equal(await said(), undefined);
    assert.equal(await tickAt(store, '2027-03-03T09:00Z'), 1);
  });
});

describe('receipts', () => {
  it('tell what became of each occurrence, the newest first', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: daily, to: juan });
    await tickAt(store, '2027-03-04T09:00Z');
    const last = new Date('2027-03-04T09:00Z');
    const sent = { status: 'sent', settledAt: new Date('2027-03-04T09:10Z'), sentTo: 'direct' } as const;
    await store.db.delivery.updateMany({ where: { occurrenceAt: last }, data: sent });
    const { receipts, total } = await showReminder(later(maria, '2027-03-04T10:00Z'), number);
    assert.equal(total, 3);
    assert.deepEqual(
      receipts.map(({ status, reason, late, sentTo }) => [status, reason, late, sentTo]),
      [
        ['sent', null, 600_000, 'direct'],
        ['skipped', 'expired', null, null],
        ['skipped', 'expired', null, null],
      ],
    );
    assert.equal(receipts[0]?.recipient?.name, 'Juan');
  });
});
