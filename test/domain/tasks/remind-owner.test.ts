import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NamedTime } from '../../../src/core/param.ts';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { changeProfile } from '../../../src/domain/people/profile.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { assignTask } from '../../../src/domain/tasks/assign-task.ts';
import { dropTask } from '../../../src/domain/tasks/drop-task.ts';
import { finishTask, reopenTask } from '../../../src/domain/tasks/finish-task.ts';
import { scheduleTask } from '../../../src/domain/tasks/schedule-task.ts';
import type { Store } from '../../../src/store/open.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { foundOnBoth } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later, tickAt } from '../../support/ticking.ts';

const title = 'Call the food bank';
const zone = 'America/Chicago';
const me = { type: 'me' } as const;
const juan = { type: 'name', name: 'Juan' } as const;

const day = (wall: string, by = zone): NamedTime => {
  return { wall, zone: by, timed: false, at: toInstant(`${wall}T23:59`, by) };
};
const hour = (wall: string): NamedTime => ({ wall, zone, timed: true, at: toInstant(wall, zone) });

/** What a task still has to say: the letter, the local time, and for how many hours that is worth saying. */
async function planned({ db }: Store): Promise<string[]> {
  const rows = await db.schedule.findMany({
    where: { subject: 'task', nextAt: { not: null } },
    orderBy: { nextAt: 'asc' },
  });
  return rows.map(({ letter, nextWall, window }) => `${letter} ${nextWall} ${Math.round(window / 3600)}`);
}

describe('the owner of a task', () => {
  it('hears of a day the morning before, that morning, and the morning after', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addTask(maria, { title, owner: me, due: day('2027-03-05') });
    assert.deepEqual(await planned(store), [
      'task.soon 2027-03-04T09:00 39',
      'task.due 2027-03-05T09:00 48',
      'task.overdue 2027-03-06T09:00 168',
    ]);
  });

  it('hears of an hour at that hour the day before, at that hour, and the morning after', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addTask(maria, { title, owner: me, due: hour('2027-03-05T18:00') });
    assert.deepEqual(await planned(store), [
      'task.soon 2027-03-04T18:00 24',
      'task.due 2027-03-05T18:00 48',
      'task.overdue 2027-03-06T09:00 168',
    ]);
  });

  it('hears of a day by the calendar on their own wall, wherever the date was set', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await changeProfile({ ...maria, db: store.db }, { zone: 'Pacific/Auckland' });
    await addTask(maria, { title, owner: me, due: day('2027-03-05') });
    const rows = await store.db.schedule.findMany({ where: { subject: 'task' }, orderBy: { nextAt: 'asc' } });
    assert.deepEqual(
      rows.map(({ letter, nextAt }) => `${letter} ${nextAt?.toISOString().slice(0, 16)}`),
      ['task.soon 2027-03-03T20:00', 'task.due 2027-03-04T20:00', 'task.overdue 2027-03-05T20:00'],
    );
  });

  for (const [setIn, ownersZone] of [
    ['America/Los_Angeles', 'Europe/London'],
    ['Europe/London', 'America/Los_Angeles'],
    ['Pacific/Pago_Pago', 'Pacific/Kiritimati'],
    ['Pacific/Kiritimati', 'Pacific/Pago_Pago'],
  ] as const) {
    it(`in ${ownersZone} hears of a day that was set in ${setIn} as of their own`, async (t) => {
      const store = await openTestStore(t);
      const { maria } = await foundOnBoth(store);
      await changeProfile({ ...maria, db: store.db }, { zone: ownersZone });
      await addTask(maria, { title, owner: me, due: day('2027-03-05', setIn) });
      assert.deepEqual(await planned(store), [
        'task.soon 2027-03-04T09:00 39',
        'task.due 2027-03-05T09:00 48',
        'task.overdue 2027-03-06T09:00 168',
      ]);
      const rows = await store.db.schedule.findMany({ where: { subject: 'task' } });
      assert.deepEqual(new Set(rows.map(({ zone }) => zone)), new Set([ownersZone]));
    });
  }

  it('hears the morning after by their own clock of an hour that was set far away', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await changeProfile({ ...maria, db: store.db }, { zone: 'Pacific/Auckland' });
    // In Auckland that is noon of the day after.
    await addTask(maria, { title, owner: me, due: hour('2027-03-05T17:00') });
    assert.equal((await planned(store)).at(-1), 'task.overdue 2027-03-07T09:00 168');
  });

  it('hears of a day by their own calendar when another had it before', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    await changeProfile({ ...member, db: store.db }, { zone: 'Pacific/Kiritimati' });
    const { number } = await addTask(maria, { title, owner: me, due: day('2027-03-05') });
    await assignTask(maria, number, juan);
    const rows = await store.db.schedule.findMany({
      where: { subject: 'task', nextAt: { not: null } },
      orderBy: { nextAt: 'asc' },
    });
    assert.deepEqual(
      rows.map(({ nextWall, zone: by, recipientId }) => [nextWall, by, recipientId]),
      ['2027-03-04T09:00', '2027-03-05T09:00', '2027-03-06T09:00'].map((wall) => {
        return [wall, 'Pacific/Kiritimati', member.member.id];
      }),
    );
  });

  it('hears nothing of what is past already', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addTask(later(maria, '2027-03-04T18:00Z'), { title, owner: me, due: day('2027-03-05') });
    assert.deepEqual(await planned(store), ['task.due 2027-03-05T09:00 48', 'task.overdue 2027-03-06T09:00 168']);
  });

  it('is whoever has it by then', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title, due: day('2027-03-05') });
    assert.deepEqual(await planned(store), []);
    await assignTask(maria, number, me);
    await tickAt(store, '2027-03-04T15:00Z');
    await assignTask(later(maria, '2027-03-04T16:00Z'), number, juan);
    await tickAt(store, '2027-03-05T15:00Z');
    const rows = await store.db.delivery.findMany({
      where: { recipientId: { not: null }, letter: { not: 'digest.tasks' } },
      orderBy: { id: 'asc' },
    });
    assert.deepEqual(
      rows.map(({ letter, recipientId }) => [letter, recipientId]),
      [
        ['task.soon', maria.member.id],
        ['task.due', member.member.id],
      ],
    );
  });

  it('hears of the date that it has by then', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title, owner: me, due: day('2027-03-05') });
    await scheduleTask(maria, number, hour('2027-03-10T12:00'));
    assert.deepEqual((await planned(store))[0], 'task.soon 2027-03-09T12:00 24');
    assert.equal((await planned(store)).length, 3);
  });

  it('hears nothing more of what is finished, dropped or given up, and again of what is reopened', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: member } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title, owner: juan, due: day('2027-03-05') });
    await finishTask(maria, number);
    assert.deepEqual(await planned(store), []);
    await reopenTask(maria, number);
    assert.equal((await planned(store)).length, 3);
    await dropTask(maria, number);
    assert.deepEqual(await planned(store), []);
    await reopenTask(maria, number);
    await leaveCoalition(member);
    assert.deepEqual(await planned(store), []);
  });

  it('keeps what came due where a change says the same again', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title, owner: me, due: day('2027-03-05') });
    const ids = async () => (await store.db.schedule.findMany({ where: { subject: 'task' } })).map(({ id }) => id);
    const before = await ids();
    await scheduleTask(maria, number, day('2027-03-05'));
    assert.deepEqual(await ids(), before);
  });
});
