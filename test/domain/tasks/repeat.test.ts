import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NamedRecurrence, NamedTime } from '../../../src/core/param.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { dropTask } from '../../../src/domain/tasks/drop-task.ts';
import { finishTask, getFinishable, reopenTask } from '../../../src/domain/tasks/finish-task.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { foundOnBoth, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

const title = 'Open the pantry';
const zone = 'America/Chicago';
const mondays: NamedRecurrence = { wall: '2027-03-08T09:00', zone, rule: 'FREQ=WEEKLY;BYDAY=MO', timed: false };

describe('a task that comes again', () => {
  it('is due first when its rule says so, all day', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const { due, repeats } = await addTask(maria, { title, repeat: mondays });
    assert.deepEqual(due, { wall: '2027-03-08', zone, at: toInstant('2027-03-08T23:59', zone) });
    assert.deepEqual(repeats, { wall: '2027-03-08', zone, rule: mondays.rule });
  });

  it('is open again with its next date once it is finished, and every space hears of it', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title, repeat: mondays });
    const task = await finishTask(juan, number);
    assert.deepEqual([task.status, task.due?.wall, task.finisher?.name], ['open', '2027-03-15', 'Juan']);
    assert.equal(await store.db.delivery.count({ where: { letter: 'task.repeated' } }), 2);
    assert.equal(await store.db.delivery.count({ where: { letter: 'task.finished' } }), 0);
    assert.equal(await store.db.audit.count({ where: { verb: 'task.repeated' } }), 1);
  });

  it('leaves out the dates that have passed', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title, repeat: mondays });
    const task = await finishTask(later(maria, '2027-03-24T12:00Z'), number);
    assert.equal(task.due?.wall, '2027-03-29');
  });

  it('takes its hour from its rule, else from its first date', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const friday: NamedTime = { wall: '2027-03-05T18:00', zone, timed: true, at: toInstant('2027-03-05T18:00', zone) };
    const one = await addTask(maria, { title, due: friday, repeat: mondays });
    const other = await addTask(maria, { title, repeat: { ...mondays, wall: '2027-03-08T12:00', timed: true } });
    assert.deepEqual([one.due?.wall, other.due?.wall], ['2027-03-05T18:00', '2027-03-08T12:00']);
    assert.equal((await finishTask(maria, one.number)).due?.wall, '2027-03-08T18:00');
    assert.equal((await finishTask(maria, other.number)).due?.wall, '2027-03-15T12:00');
  });

  it('is finished for good after its last date', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addTask(maria, { title, repeat: { ...mondays, rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2' } });
    assert.equal((await finishTask(maria, number)).status, 'open');
    assert.equal((await finishTask(maria, number)).status, 'done');
    await refuses('task.already-done', finishTask(maria, number));
    assert.equal(await store.db.delivery.count({ where: { letter: 'task.finished' } }), 2);
  });

  it('is finished once for a date, however often that date’s button is pressed', async (t) => {
    const { maria, juan } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title, repeat: mondays });
    const presses = [maria, juan, maria].map((acting) => finishTask(acting, number, '2027-03-08'));
    const results = await Promise.allSettled(presses);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal((await finishTask(juan, number, '2027-03-15')).due?.wall, '2027-03-22');
  });

  it('is done ahead while it was done within a day and its next date is more than a day away', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title, repeat: mondays });
    const isAhead = async (now: string, of = number) => (await getFinishable(later(maria, now), of)).isAhead;
    assert.equal(await isAhead('2027-03-01T12:00Z'), false);
    await finishTask(maria, number);
    assert.equal(await isAhead('2027-03-01T12:00Z'), true);
    assert.equal(await isAhead('2027-03-02T11:59Z'), true);
    assert.equal(await isAhead('2027-03-02T12:00Z'), false);
    const daily = { ...mondays, wall: '2027-03-01T09:00', rule: 'FREQ=DAILY' };
    const each = (await addTask(maria, { title, repeat: daily })).number;
    await finishTask(maria, each);
    // By now it is due at the end of the second, in Chicago.
    assert.equal(await isAhead('2027-03-02T05:58Z', each), true);
    assert.equal(await isAhead('2027-03-02T06:00Z', each), false);
    const once = (await addTask(maria, { title })).number;
    await finishTask(maria, once);
    assert.equal(await isAhead('2027-03-01T12:00Z', once), false);
  });

  it('keeps its date when it is dropped and reopened', async (t) => {
    const { maria } = await foundOnBoth(await openTestStore(t));
    const { number } = await addTask(maria, { title, repeat: mondays });
    await dropTask(maria, number);
    const task = await reopenTask(maria, number);
    assert.deepEqual([task.status, task.due?.wall], ['open', '2027-03-08']);
  });
});
