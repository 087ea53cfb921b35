import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { addReminder } from '../../src/domain/reminders/add-reminder.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import type { TestDatabase } from '../support/databases.ts';
import { foundOnBoth, spaceOf } from '../support/members.ts';
import { runProgram } from '../support/program.ts';
import { createTestDatabase } from '../support/store.ts';
import { at } from '../support/ticking.ts';

/** Changes what is in a database while nobody else has it open. */
async function change(database: TestDatabase, work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore(database);
  await work(store).finally(store.close);
}

describe('convener doctor', () => {
  it('names everything in the environment that cannot be used, not only the first', async (t) => {
    const program = await runProgram(t, ['doctor'], {
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      SLACK_APP_TOKEN: 'xoxb-in-the-wrong-place',
      DISCORD_APPLICATION_ID: '12345678901234567',
    });
    assert.equal(await program.ended, 1);
    const wrong = program.output.stdout.split('\n').filter((line) => line.startsWith('[wrong]'));
    assert.deepEqual(wrong.map((line) => /[A-Z]+(?:_[A-Z]+)*(?= (?:cannot|is missing))/.exec(line)?.[0]).sort(), [
      'DISCORD_TOKEN',
      'LOG_LEVEL',
      'PORT',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
    ]);
    assert.doesNotMatch(program.output.stdout, /wrong-place/);
  });

  it('shows what came due while the bot was down, and since when', async (t) => {
    const database = await createTestDatabase(t);
    const store = await openStore(database);
    const { maria } = await foundOnBoth(store);
    for (const wall of ['2027-03-02T09:00', '2027-03-03T09:00']) {
      await addReminder(maria, { text: 'Bring the keys', when: at(wall) });
    }
    await store.db.schedule.updateMany({ where: { letter: 'digest.tasks' }, data: { nextAt: null } });
    const moments = [new Date('2020-03-02T09:00Z'), new Date('2020-03-03T09:00Z')];
    const schedules = await store.db.schedule.findMany({ where: { letter: 'reminder.due' } });
    for (const [index, { id }] of schedules.entries()) {
      await store.db.schedule.update({ where: { id }, data: { nextAt: moments[index] ?? null } });
    }
    await store.close();
    const doctor = async () => {
      const program = await runProgram(t, ['doctor'], { DATABASE_URL: database.databaseUrl });
      return { code: await program.ended, says: program.output.stdout };
    };
    const down = await doctor();
    assert.match(down.says, /^\[wrong\] 2 deliveries wait; the oldest has been due since 2020-03-02T09:00.*no bot/m);
    assert.equal(down.code, 1);
    // What is about to be said is no reason to worry.
    const justDue = new Date(Date.now() - 60_000);
    await change(database, ({ db }) =>
      db.schedule.updateMany({ where: { nextAt: { not: null } }, data: { nextAt: justDue } }),
    );
    assert.match((await doctor()).says, /^\[ok\] 2 deliveries wait; the oldest has been due since/m);
  });

  it('tells what a platform does not take from what nobody tries', async (t) => {
    const database = await createTestDatabase(t);
    await change(database, async (store) => {
      const { maria } = await foundOnBoth(store);
      await store.db.schedule.updateMany({ data: { nextAt: null } });
      const about = { coalitionId: maria.coalition.id, spaceId: spaceOf(maria).id, subjectId: 'x', data: {} };
      const dueAt = new Date('2020-03-02T09:00Z');
      const leasedUntil = new Date(Date.now() + 3_600_000);
      await store.db.delivery.create({
        data: { ...about, letter: 'reminder.due', dueAt, createdAt: dueAt, leasedUntil, attempts: 6, reason: 'later' },
      });
    });
    const program = await runProgram(t, ['doctor'], { DATABASE_URL: database.databaseUrl });
    assert.equal(await program.ended, 1);
    assert.match(program.output.stdout, /^\[wrong\] 1 delivery waits.*since 2020-03-02.*tried again/m);
    assert.doesNotMatch(program.output.stdout, /no bot/);
  });

  it('makes no database where there is none', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'convener-doctor-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'data', 'convener.db');
    const program = await runProgram(t, ['doctor'], { DATABASE_URL: `file:${file}` });
    assert.equal(await program.ended, 0);
    assert.match(program.output.stdout, /^\[warning\] There is no database yet.*convener\.db.*start/m);
    assert.doesNotMatch(program.output.stdout, /database opens/);
    assert.deepEqual(await readdir(folder), []);
  });
});
