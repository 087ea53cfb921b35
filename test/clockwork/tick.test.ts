import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tick } from '../../src/clockwork/tick.ts';
import { changeSettings } from '../../src/domain/coalitions/change-settings.ts';
import { unlinkSpace } from '../../src/domain/coalitions/unlink-space.ts';
import { mergePersons } from '../../src/domain/linking/merge-persons.ts';
import { identify } from '../../src/domain/people/identify.ts';
import { changeProfile } from '../../src/domain/people/profile.ts';
import { addReminder } from '../../src/domain/reminders/add-reminder.ts';
import { cancelReminder } from '../../src/domain/reminders/end-reminder.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { alsoInDiscord, foundCoalition, foundOnBoth, inDiscord, inSlack, noon } from '../support/members.ts';
import { silence } from '../support/silence.ts';
import { createTestDatabase, openTestStore } from '../support/store.ts';
import { again, at, later, occurrencesIn, tickAt } from '../support/ticking.ts';

const text = 'Bring the keys';
const daily = 'FREQ=DAILY';
const juan = { type: 'name', name: 'Juan' } as const;

describe('a tick', () => {
  it('makes a delivery of what is due within the time it looks ahead, once', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: at('2027-03-01T13:00') });
    assert.equal(await tickAt(store, '2027-03-01T12:59:30Z'), 0);
    assert.equal(await tickAt(store, '2027-03-01T12:59:40Z'), 1);
    assert.equal(await tickAt(store, '2027-03-01T12:59:40Z'), 0);
    assert.equal(await tickAt(store, '2027-03-01T13:00:10Z'), 0);
    const [delivery] = await store.db.delivery.findMany();
    const one = new Date('2027-03-01T13:00:00Z');
    assert.deepEqual([delivery?.dueAt, delivery?.occurrenceAt, delivery?.status], [one, one, 'pending']);
    assert.deepEqual([delivery?.recipientId, delivery?.spaceId], [maria.member.id, maria.space?.id]);
    assert.deepEqual([delivery?.letter, delivery?.urgent], ['reminder.due', true]);
    assert.deepEqual(delivery?.expiresAt, new Date('2027-03-08T13:00:00Z'));
  });

  it('finds what came due while nobody looked', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: at('2027-03-01T13:00') });
    assert.equal(await tickAt(store, '2027-03-03T08:00:00Z'), 1);
    assert.deepEqual(await occurrencesIn(store), ['2027-03-01T13:00 pending']);
  });

  it('doubles and loses nothing where the clock is set back', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-01T13:00', daily) });
    for (const now of ['03-01T13:00', '03-02T13:00', '03-01T12:00', '03-01T13:00', '03-02T14:00', '03-03T13:00']) {
      await tickAt(store, `2027-${now}:00Z`);
    }
    assert.deepEqual(await occurrencesIn(store), [
      '2027-03-01T13:00 pending',
      '2027-03-02T13:00 pending',
      '2027-03-03T13:00 pending',
    ]);
  });

  it('tells every occurrence that was missed, the last one for use and the others for the record', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-01T13:00', daily) });
    assert.equal(await tickAt(store, '2027-03-04T08:00:00Z'), 1);
    assert.deepEqual(await occurrencesIn(store), [
      '2027-03-01T13:00 skipped expired',
      '2027-03-02T13:00 skipped expired',
      '2027-03-03T13:00 pending',
    ]);
  });

  it('keeps all of very many that were missed on record, and goes on from there', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-01T13:00', 'FREQ=HOURLY') });
    assert.equal(await tickAt(store, '2027-06-01T08:30:00Z'), 1);
    const hours = (Date.parse('2027-06-01T08:00:00Z') - Date.parse('2027-03-01T13:00:00Z')) / 3_600_000;
    const missed = Array.from({ length: hours }, (_, hour) => new Date(Date.UTC(2027, 2, 1, 13 + hour)));
    assert.deepEqual(await occurrencesIn(store), [
      ...missed.map((at) => `${at.toISOString().slice(0, 16)} skipped expired`),
      '2027-06-01T08:00 pending',
    ]);
    const schedule = await store.db.schedule.findFirstOrThrow({ where: { letter: 'reminder.due' } });
    assert.deepEqual(schedule.nextAt, new Date('2027-06-01T09:00:00Z'));
  });

  it('ends what has an end', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-01T13:00', 'FREQ=DAILY;COUNT=2') });
    for (const day of ['01', '02', '03', '04']) await tickAt(store, `2027-03-${day}T13:00:00Z`);
    assert.deepEqual(await occurrencesIn(store), ['2027-03-01T13:00 pending', '2027-03-02T13:00 pending']);
    const schedule = await store.db.schedule.findFirstOrThrow({ where: { letter: 'reminder.due' } });
    assert.deepEqual([schedule.nextAt, schedule.nextWall], [null, null]);
  });

  it('says nothing of what was called off', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const { number } = await addReminder(maria, { text, when: at('2027-03-01T13:00') });
    await cancelReminder(maria, number);
    assert.equal(await tickAt(store, '2027-03-01T13:00:00Z'), 0);
  });

  it('works through more than fits into one transaction, oldest first', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    for (const minute of ['05', '01', '04', '02', '03']) {
      await addReminder(maria, { text, when: at(`2027-03-01T13:${minute}`) });
    }
    assert.equal(await tickAt(store, '2027-03-01T14:00:00Z', 2), 5);
    const inOrder = await store.db.delivery.findMany({ orderBy: { id: 'asc' } });
    assert.deepEqual(
      inOrder.map(({ occurrenceAt }) => occurrenceAt?.getUTCMinutes()),
      [1, 2, 3, 4, 5],
    );
  });

  it('lets a schedule that cannot be read stop no other', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const broken = await addReminder(maria, { text, when: again('2027-03-01T13:00', daily) });
    await addReminder(maria, { text, when: at('2027-03-01T13:00') });
    await store.db.schedule.updateMany({ where: { subjectId: broken.id }, data: { rule: 'FREQ=NEVER' } });
    const told: object[] = [];
    const log = { ...silence, error: (facts: object) => void told.push(facts) };
    const clock = { now: () => new Date('2027-03-01T13:00:00Z') };
    assert.equal(await tick({ store, clock, log, lookAheadMs: 0, limit: 200 }), 1);
    assert.equal(told.length, 1);
  });
});

describe('whom a tick tells', () => {
  it('is the space where a reminder for everybody was made, and every space for a digest', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: inOther } = await foundOnBoth(store);
    await addReminder(maria, { text, when: at('2027-03-08T15:00'), to: { type: 'here' } });
    assert.equal(await tickAt(store, '2027-03-08T15:00:00Z'), 3);
    const rows = await store.db.delivery.findMany({ orderBy: { id: 'asc' } });
    const told = (letter: string) => rows.filter((row) => row.letter === letter).map(({ spaceId }) => spaceId);
    assert.deepEqual(told('reminder.due'), [maria.space?.id]);
    assert.deepEqual(new Set(told('digest.tasks')), new Set([maria.space?.id, inOther.space?.id]));
  });

  it('is a member where they have an account, wherever their reminder was made', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: inOther } = await foundOnBoth(store);
    await addReminder(maria, { text, when: at('2027-03-01T13:00'), to: juan });
    await tickAt(store, '2027-03-01T13:00:00Z');
    const [delivery] = await store.db.delivery.findMany();
    assert.deepEqual([delivery?.spaceId, delivery?.recipientId], [inOther.space?.id, inOther.member.id]);
    assert.equal(delivery?.urgent, false);
  });

  it('is a member in another space where the one of their reminder is closed', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: inOther } = await foundOnBoth(store);
    await alsoInDiscord(store, maria);
    await addReminder(maria, { text, when: at('2027-03-01T13:00') });
    await unlinkSpace(maria);
    await tickAt(store, '2027-03-01T13:00:00Z');
    const [delivery] = await store.db.delivery.findMany();
    assert.equal(delivery?.spaceId, inOther.space?.id);
  });

  it('is a member in none where they are not, though theirs are all closed', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: inOther } = await foundOnBoth(store);
    await addReminder(maria, { text, when: at('2027-03-01T13:00'), to: juan });
    await unlinkSpace({ ...maria, space: inOther.space });
    await tickAt(store, '2027-03-01T13:00:00Z');
    const [delivery] = await store.db.delivery.findMany();
    assert.equal(delivery?.spaceId, inOther.space?.id);
  });
});

describe('clocks that jump', () => {
  const chicago = 'America/Chicago';

  it('move a time in the gap forward', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-13T02:30', daily, chicago) });
    for (let hour = 0; hour < 72; hour += 1) {
      await tickAt(store, new Date(Date.UTC(2027, 2, 13, hour, 30)));
    }
    assert.deepEqual(
      (await occurrencesIn(store)).map((line) => line.slice(0, 16)),
      ['2027-03-13T08:30', '2027-03-14T08:30', '2027-03-15T07:30'],
    );
  });

  it('let a time in the overlap happen once, the first time', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-11-06T01:30', daily, chicago) });
    for (let hour = 0; hour < 72; hour += 1) {
      await tickAt(store, new Date(Date.UTC(2027, 10, 6, hour, 30)));
    }
    assert.deepEqual(
      (await occurrencesIn(store)).map((line) => line.slice(0, 16)),
      ['2027-11-06T06:30', '2027-11-07T06:30', '2027-11-08T07:30'],
    );
  });
});

describe('a change of zone', () => {
  const nextAt = async ({ db }: Store, letter: string) => {
    const rows = await db.schedule.findMany({ where: { letter, nextAt: { not: null } }, orderBy: { id: 'asc' } });
    return rows.map((row) => row.nextAt?.toISOString().slice(0, 16));
  };

  it('moves what somebody meant in their own time, and nothing else', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const when = again('2027-03-02T09:00', daily, 'Europe/Madrid');
    await addReminder(maria, { text, when });
    await addReminder(maria, { text, when, to: juan });
    await addReminder(maria, { text, when, to: { type: 'here' } });
    const digest = await nextAt(store, 'digest.tasks');
    await changeProfile({ ...maria, db: store.db }, { zone: 'America/New_York' });
    assert.deepEqual(await nextAt(store, 'reminder.due'), ['2027-03-02T14:00', '2027-03-02T08:00', '2027-03-02T08:00']);
    assert.deepEqual(await nextAt(store, 'digest.tasks'), digest);
  });

  it('says nothing twice that was said at that hour before', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-02T09:00', daily, 'Europe/Madrid') });
    await tickAt(store, '2027-03-02T08:00:00Z');
    await changeProfile({ ...later(maria, '2027-03-02T10:00Z'), db: store.db }, { zone: 'America/New_York' });
    for (const hour of ['10', '14', '20']) await tickAt(store, `2027-03-02T${hour}:00:00Z`);
    assert.deepEqual(await occurrencesIn(store), ['2027-03-02T08:00 pending']);
    await tickAt(store, '2027-03-03T14:00:00Z');
    assert.deepEqual((await occurrencesIn(store)).at(-1), '2027-03-03T14:00 pending');
  });

  it('brings at once what is past in the new zone', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: at('2027-03-02T09:00', 'America/New_York') });
    await changeProfile({ ...later(maria, '2027-03-02T11:00Z'), db: store.db }, { zone: 'Europe/Madrid' });
    assert.equal(await tickAt(store, '2027-03-02T11:00:00Z'), 1);
    assert.deepEqual(await occurrencesIn(store), ['2027-03-02T11:00 pending']);
  });

  it('leaves alone what counts from now', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const two = { at: new Date('2027-03-01T14:00:00Z'), wall: '2027-03-01T08:00', zone: 'America/Chicago' };
    const when = { type: 'once', time: { ...two, timed: true, exact: true } } as const;
    await addReminder(maria, { text, when });
    await changeProfile({ ...maria, db: store.db }, { zone: 'Europe/Madrid' });
    assert.deepEqual(await nextAt(store, 'reminder.due'), ['2027-03-01T14:00']);
  });

  it('is also that of the platform, for whoever has chosen none', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addReminder(maria, { text, when: again('2027-03-02T09:00', daily, 'America/Chicago') });
    const who = { place: inSlack, accountId: 'MARIA', name: 'Maria' };
    await identify(store.db, { ...who, zone: 'Europe/Madrid' }, noon);
    assert.deepEqual(await nextAt(store, 'reminder.due'), ['2027-03-02T08:00']);
    await changeProfile({ ...maria, db: store.db }, { zone: 'UTC' });
    await identify(store.db, { ...who, zone: 'Asia/Tokyo' }, noon);
    assert.deepEqual(await nextAt(store, 'reminder.due'), ['2027-03-02T09:00']);
  });

  it('comes with the person that somebody turns out to be, and so do their reminders', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan: merged } = await foundOnBoth(store);
    await addReminder(merged, { text, when: again('2027-03-02T09:00', daily, 'America/Chicago') });
    await changeProfile({ ...maria, db: store.db }, { zone: 'Europe/Madrid' });
    const persons = { keptId: maria.person.id, mergedId: merged.person.id, now: noon };
    await store.db.$transaction((tx) => mergePersons(tx, persons));
    assert.deepEqual(await nextAt(store, 'reminder.due'), ['2027-03-02T08:00']);
    await tickAt(store, '2027-03-02T08:00:00Z');
    const [delivery] = await store.db.delivery.findMany({ where: { letter: 'reminder.due' } });
    assert.equal(delivery?.recipientId, maria.member.id);
  });

  it('of a coalition moves its digest, what is for everybody, and members of whom no zone is known', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    const when = again('2027-03-02T09:00', daily, 'America/Chicago');
    await addReminder(maria, { text, when, to: { type: 'here' } });
    await addReminder(maria, { text, when });
    await addReminder(maria, { text, when, to: juan });
    await changeSettings(maria, { zone: 'Europe/Madrid' });
    assert.deepEqual(await nextAt(store, 'reminder.due'), ['2027-03-02T08:00', '2027-03-02T08:00', '2027-03-02T15:00']);
    // This Monday's hour is past in Madrid.
    assert.deepEqual(await nextAt(store, 'digest.tasks'), ['2027-03-01T12:00']);
  });
});

describe('ticks of several processes', () => {
  it('make each delivery once, however they race', async (t) => {
    const database = await createTestDatabase(t);
    const store = await openStore(database);
    t.after(store.close);
    const { maria } = await foundOnBoth(store);
    await changeSettings(maria, { digest: 'off' });
    for (let index = 0; index < 10; index += 1) {
      await addReminder(maria, { text, when: again(`2027-03-01T13:0${index}`, daily) });
    }
    const processes = [await startTicking(t, database.databaseUrl), await startTicking(t, database.databaseUrl)];
    for (let day = 1; day <= 5; day += 1) {
      const ticks = processes.map((tickIn) => tickIn(`2027-03-0${day}T14:00:00Z`));
      const said = (await Promise.all(ticks)).reduce((sum, count) => sum + count, 0);
      assert.equal(said, 10, `on day ${day}`);
    }
    assert.equal(await store.db.delivery.count(), 50);
  });

  it('go on where one that ended left off', async (t) => {
    const database = await createTestDatabase(t);
    const before = await openStore(database);
    const { maria } = await foundOnBoth(before);
    await addReminder(maria, { text, when: again('2027-03-01T13:00', daily) });
    await tickAt(before, '2027-03-01T13:00:00Z');
    await before.close();
    const after = await openStore(database);
    t.after(after.close);
    await tickAt(after, '2027-03-01T13:00:10Z');
    await tickAt(after, '2027-03-02T13:00:00Z');
    assert.deepEqual(await occurrencesIn(after), ['2027-03-01T13:00 pending', '2027-03-02T13:00 pending']);
  });

  /** Ticks in a process of its own. */
  async function startTicking(t: TestContext, databaseUrl: string) {
    const script = new URL('../support/ticking-process.ts', import.meta.url);
    const child = spawn(process.execPath, [fileURLToPath(script), databaseUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    t.after(async () => {
      child.stdin.end();
      await ended;
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    assert.equal((await lines.next()).value, 'ready');
    return async (now: string) => {
      child.stdin.write(`${now}\n`);
      return Number((await lines.next()).value);
    };
  }
});

it('tells a year of daily reminders of several coalitions, each as often as it has days, and keeps no more rows', async (t) => {
  const store = await openTestStore(t);
  const places = [inSlack, inDiscord, { ...inSlack, channelId: 'C2' }, { ...inSlack, channelId: 'C3' }];
  for (const [index, place] of places.entries()) {
    const maria = await foundCoalition(store, place, `Maria${index}`);
    await changeSettings(maria, { digest: 'off' });
    await addReminder(maria, { text, when: again('2027-03-01T18:00', daily, 'America/Chicago') });
  }
  for (let day = 0; day < 365; day += 1) {
    assert.equal(await tickAt(store, new Date(Date.UTC(2027, 2, 2 + day, 0, 30))), places.length, `day ${day}`);
  }
  assert.equal(await store.db.delivery.count(), 365 * places.length);
  assert.equal(await store.db.schedule.count(), places.length);
});
