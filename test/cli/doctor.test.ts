import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addReminder } from '../../src/domain/reminders/add-reminder.ts';
import { openStore } from '../../src/store/open.ts';
import { foundOnBoth } from '../support/members.ts';
import { runProgram } from '../support/program.ts';
import { createTestDatabase } from '../support/store.ts';
import { at } from '../support/ticking.ts';

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
    const program = await runProgram(t, ['doctor'], { DATABASE_URL: database.databaseUrl });
    await program.ended;
    assert.match(program.output.stdout, /2 deliveries wait; the oldest has been due since 2020-03-02T09:00/);
  });
});
