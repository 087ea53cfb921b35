import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { addReminder } from '../../../src/domain/reminders/add-reminder.ts';
import { declineReminder } from '../../../src/domain/reminders/end-reminder.ts';
import { listAllReminders, listReminders } from '../../../src/domain/reminders/list-reminders.ts';
import { suggestAddressees, suggestReminders } from '../../../src/domain/reminders/suggest-reminders.ts';
import { actAt, foundOnBoth, inSlack, spaceOf } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { at, tickAt } from '../../support/ticking.ts';

const text = 'Bring the keys';
const juan = { type: 'name', name: 'Juan' } as const;
const here = { type: 'here' } as const;
const tomorrow = at('2027-03-02T09:00');

/** So many for everybody, each a minute later than the one before; what is over has no schedule any more. */
async function addMany(acting: Acting, count: number, state: 'active' | 'done') {
  const { db, coalition, member, now } = acting;
  const shared = { coalitionId: coalition.id, spaceId: spaceOf(acting).id, createdAt: now };
  const from = (await db.reminder.count()) + 1;
  const rows = Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2027, 3, 1, 9, index));
    return { id: `${state}-${index}`, number: from + index, text: `${state} ${index + 1}`, at };
  });
  const reminders = rows.map(({ at, ...row }) => ({ ...shared, ...row, authorId: member.id, state }));
  await db.reminder.createMany({ data: reminders });
  if (state !== 'active') return;
  const once = { subject: 'reminder', letter: 'reminder.due', urgent: true, window: 60, zone: 'UTC' };
  const schedules = rows.map(({ id, at }) => {
    const wall = at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
    return { ...shared, ...once, subjectId: id, wall, nextWall: wall, nextAt: at };
  });
  await db.schedule.createMany({ data: schedules });
}

describe('lists of reminders', () => {
  it('show what concerns a member, what comes first first', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    await addReminder(maria, { text: 'later', when: at('2027-03-05T09:00'), to: juan });
    await addReminder(maria, { text: 'for everybody', when: at('2027-03-03T09:00'), to: here });
    await addReminder(maria, { text: 'a secret', when: tomorrow });
    await addReminder(member, { text: 'sooner', when: tomorrow });
    const texts = async (acting: Acting) => (await listReminders(acting)).reminders.map((reminder) => reminder.text);
    assert.deepEqual(await texts(member), ['sooner', 'for everybody', 'later']);
    assert.deepEqual(await texts(maria), ['a secret', 'for everybody', 'later']);
    await tickAt(store, '2027-03-02T09:00Z');
    assert.deepEqual(await texts(member), ['for everybody', 'later']);
    assert.deepEqual(
      (await suggestReminders(member, 'every')).map(({ value }) => value),
      ['M-2'],
    );
  });

  it('of all show what is over, too, the newest first, and to organizers what members want of each other', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const ana = await actAt(store, inSlack, 'Ana');
    await addReminder(member, { text: 'a note to himself', when: tomorrow });
    const { number } = await addReminder(member, {
      text: 'for Ana',
      when: tomorrow,
      to: { type: 'name', name: 'Ana' },
    });
    await addReminder(maria, { text: 'for everybody', when: at('2027-03-03T09:00'), to: here });
    await tickAt(store, '2027-03-02T09:00Z');
    await declineReminder(ana, number);
    const texts = async (acting: Acting) =>
      (await listAllReminders(acting)).reminders.map((reminder) => `${reminder.text} ${reminder.state}`);
    const forAna = 'for Ana declined';
    assert.deepEqual(await texts(member), ['for everybody active', forAna, 'a note to himself active']);
    assert.deepEqual(await texts(maria), ['for everybody active', forAna]);
    assert.deepEqual(await texts(ana), ['for everybody active', forAna]);
    assert.deepEqual(await texts(await actAt(store, inSlack, 'Kai')), ['for everybody active']);
    const offered = async (states?: 'all') => (await suggestReminders(ana, 'ana', states)).map(({ value }) => value);
    assert.deepEqual([await offered(), await offered('all')], [[], ['M-2']]);
  });

  it('have pages', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    for (let index = 0; index < 11; index += 1) await addReminder(maria, { text, when: tomorrow });
    const { page, pages, total, reminders } = await listReminders(maria, 2);
    assert.deepEqual([page, pages, total, reminders.length], [2, 2, 11, 1]);
  });

  it('lose nothing, however many reminders there are', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    await addReminder(maria, { text: 'the oldest, next to come', when: tomorrow, to: here });
    await addMany(maria, 1_200, 'active');
    await addMany(maria, 1_200, 'done');
    const first = async (list: typeof listReminders, page?: number) => {
      const { total, pages, reminders } = await list(member, page);
      return [total, pages, reminders[0]?.text, reminders.length];
    };
    assert.deepEqual(await first(listReminders), [1_201, 121, 'the oldest, next to come', 10]);
    assert.deepEqual(await first(listReminders, 121), [1_201, 121, 'active 1200', 1]);
    assert.deepEqual(await first(listAllReminders), [2_401, 241, 'done 1200', 10]);
    assert.deepEqual(await first(listAllReminders, 241), [2_401, 241, 'the oldest, next to come', 1]);
    assert.equal((await listAllReminders(maria)).total, 2_401);
  });

  it('of whom to remind offer the members whose names are typed', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const own = [{ label: 'aquí', value: 'here' }];
    const offered = async (typed: string) => (await suggestAddressees(maria, typed, own)).map(({ value }) => value);
    assert.deepEqual(await offered(''), ['here', 'Maria', 'Juan']);
    assert.deepEqual(await offered('aqui'), ['here']);
    assert.deepEqual(await offered('ju'), ['Juan']);
  });
});
