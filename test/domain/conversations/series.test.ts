import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { When } from '../../../src/core/param.ts';
import { callConversation } from '../../../src/domain/conversations/call.ts';
import type { Store } from '../../../src/store/open.ts';
import type { ScopedDb } from '../../../src/store/scope.ts';
import { foundOnBoth, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, later, tickAt } from '../../support/ticking.ts';

async function begin(t: TestContext, now = '2027-03-01T12:00:00Z') {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  const call = (when: When) => callConversation(later(maria, now), { title: 'Circle', when, duration: 60 });
  return { store, maria, call };
}

const iso = (at: Date | null | undefined) => at?.toISOString().slice(0, 16) ?? null;

async function occurrences({ db }: Pick<Store, 'db'>) {
  return db.occurrence.findMany({ orderBy: { number: 'asc' } });
}

/** When a letter is said of the occurrence of that number, in UTC. */
async function saidOf({ db }: Pick<Store, 'db'>, number: number, letter: string): Promise<string | null> {
  const occurrence = await db.occurrence.findFirstOrThrow({ where: { number } });
  const row = await db.schedule.findFirst({ where: { subjectId: occurrence.id, letter: `conversation.${letter}` } });
  return iso(row?.nextAt);
}

describe('a series', () => {
  it('is planned for six months, numbered, and asks two weeks before its end whether it goes on', async (t) => {
    const { store, call } = await begin(t);
    const { first, next, planned, askedAgain } = await call(
      again('2027-03-03T18:00', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=WE'),
    );
    const rows = await occurrences(store);
    assert.deepEqual(
      rows.map(({ wall }) => wall.slice(5, 10)),
      [...['03-03', '03-24', '04-14', '05-05', '05-26', '06-16', '07-07', '07-28', '08-18']],
    );
    assert.deepEqual(
      rows.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
    assert.deepEqual([first.number, first.occurrence, planned, askedAgain], [1, 1, 9, '2027-09-03']);
    assert.deepEqual(next.map(iso), ['2027-03-03T18:00', '2027-03-24T18:00', '2027-04-14T18:00']);
    const renewal = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.renewal' } });
    assert.deepEqual([iso(renewal.nextAt), renewal.subjectId], ['2027-08-04T18:00', first.conversationId]);
  });

  it('that has an end is asked nothing', async (t) => {
    const { store, call } = await begin(t);
    const { planned, askedAgain } = await call(again('2027-03-02T19:00', 'FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20270601'));
    assert.deepEqual([planned, askedAgain], [7, null]);
    assert.equal(await store.db.schedule.count({ where: { letter: 'conversation.renewal' } }), 0);
    const conversation = await store.db.conversation.findFirstOrThrow();
    assert.equal(conversation.plannedUntil, '2027-06-01');
  });

  it('that takes place once a year is asked when it is over', async (t) => {
    const { store, call } = await begin(t);
    const { planned } = await call(again('2027-03-05T18:00', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5'));
    assert.equal(planned, 1);
    const renewal = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.renewal' } });
    assert.equal(iso(renewal.nextAt), '2027-03-05T19:00');
  });

  it('is not planned more than two hundred times', async (t) => {
    const { store, call } = await begin(t);
    assert.equal((await call(again('2027-03-01T18:00', 'FREQ=DAILY'))).planned, 185);
    await refuses('conversation.too-often', call(again('2027-03-01T18:00', 'FREQ=HOURLY')));
    await refuses('conversation.never', call(again('2027-02-01T18:00', 'FREQ=DAILY;COUNT=3')));
    assert.equal(await store.db.conversation.count(), 1);
  });

  it('plans very many times by few queries', async (t) => {
    const { store, maria } = await begin(t);
    let queries = 0;
    const db = maria.db.$extends({
      query: {
        $allOperations: ({ args, query }) => {
          queries += 1;
          return query(args);
        },
      },
    }) as unknown as ScopedDb;
    await callConversation({ ...maria, db }, { title: 'Daily', when: again('2027-03-01T18:00', 'FREQ=DAILY') });
    assert.ok((await store.db.schedule.count({ where: { subject: 'occurrence' } })) > 1_200);
    assert.ok(queries < 50, String(queries));
  });

  it('posts the card of a later time when the one before is over, a week before it at the earliest', async (t) => {
    const { store, call } = await begin(t);
    await call(again('2027-03-03T18:00', 'FREQ=WEEKLY;BYDAY=WE,FR'));
    assert.equal(await saidOf(store, 1, 'card.post'), null);
    assert.equal(await saidOf(store, 2, 'card.post'), '2027-03-03T19:00');
    const { store: other, call: callOther } = await begin(t);
    await callOther(again('2027-03-03T18:00', 'FREQ=MONTHLY;BYMONTHDAY=3'));
    assert.equal(await saidOf(other, 2, 'card.post'), '2027-03-27T18:00');
  });

  it('says in time what falls due, and every space once', async (t) => {
    const { store, call } = await begin(t);
    await call(again('2027-03-03T18:00', 'FREQ=WEEKLY;BYDAY=WE'));
    await tickAt(store, '2027-03-03T19:00:00Z');
    const second = await store.db.occurrence.findFirstOrThrow({ where: { number: 2 } });
    const posts = await store.db.delivery.findMany({
      where: { letter: 'conversation.card.post', subjectId: second.id },
    });
    assert.equal(posts.length, 2);
    assert.deepEqual(
      posts.map(({ dueAt }) => iso(dueAt)),
      ['2027-03-03T19:00', '2027-03-03T19:00'],
    );
  });
});

describe('a series where clocks change', () => {
  interface Case {
    readonly says: string;
    readonly now: string;
    readonly wall: string;
    readonly zone: string;
    readonly rule: string;
    /** When the first times begin, in UTC. */
    readonly begins: readonly string[];
    /** When the second time is told the day before, that day and shortly before, in UTC. */
    readonly told: readonly (string | null)[];
  }
  const cases: readonly Case[] = [
    {
      says: 'keeps its hour where they go forward',
      ...{
        now: '2027-03-01T12:00:00Z',
        wall: '2027-03-10T19:00',
        zone: 'America/Chicago',
        rule: 'FREQ=WEEKLY;BYDAY=WE',
      },
      begins: ['2027-03-11T01:00', '2027-03-18T00:00'],
      told: ['2027-03-16T16:00', '2027-03-17T13:00', '2027-03-17T23:45'],
    },
    {
      says: 'keeps its hour where they go back',
      ...{ now: '2027-10-01T12:00:00Z', wall: '2027-10-29T19:00', zone: 'Europe/Madrid', rule: 'FREQ=WEEKLY;BYDAY=FR' },
      begins: ['2027-10-29T17:00', '2027-11-05T18:00'],
      told: ['2027-11-04T10:00', '2027-11-05T07:00', '2027-11-05T17:45'],
    },
    {
      says: 'moves forward by the gap that it falls in',
      ...{ now: '2027-03-01T12:00:00Z', wall: '2027-03-13T02:30', zone: 'America/New_York', rule: 'FREQ=DAILY' },
      begins: ['2027-03-13T07:30', '2027-03-14T07:30', '2027-03-15T06:30'],
      told: ['2027-03-13T16:00', null, '2027-03-14T07:15'],
    },
    {
      says: 'takes place once, the first time, where an hour comes twice',
      ...{ now: '2027-11-01T12:00:00Z', wall: '2027-11-06T01:30', zone: 'America/New_York', rule: 'FREQ=DAILY' },
      begins: ['2027-11-06T05:30', '2027-11-07T05:30', '2027-11-08T06:30'],
      told: ['2027-11-06T15:00', null, '2027-11-07T05:15'],
    },
    {
      says: 'is said shortly before, and not an hour earlier, right after an hour that comes twice',
      ...{ now: '2027-11-01T12:00:00Z', wall: '2027-11-06T02:05', zone: 'America/New_York', rule: 'FREQ=DAILY' },
      begins: ['2027-11-06T06:05', '2027-11-07T07:05'],
      told: ['2027-11-06T15:00', null, '2027-11-07T06:50'],
    },
    {
      says: 'moves by half an hour where the gap is half an hour (Lord Howe)',
      ...{ now: '2027-10-01T00:00:00Z', wall: '2027-10-02T02:15', zone: 'Australia/Lord_Howe', rule: 'FREQ=DAILY' },
      begins: ['2027-10-01T15:45', '2027-10-02T15:45', '2027-10-03T15:15'],
      told: ['2027-10-02T00:30', null, '2027-10-02T15:30'],
    },
    {
      says: 'takes place the first time where half an hour comes twice (Lord Howe)',
      ...{ now: '2027-04-01T00:00:00Z', wall: '2027-04-03T01:45', zone: 'Australia/Lord_Howe', rule: 'FREQ=DAILY' },
      begins: ['2027-04-02T14:45', '2027-04-03T14:45', '2027-04-04T15:15'],
      told: ['2027-04-03T00:00', null, '2027-04-03T14:30'],
    },
    {
      says: 'takes place once where a date is skipped (Apia), on the day after it',
      ...{ now: '2011-12-20T00:00:00Z', wall: '2011-12-29T18:00', zone: 'Pacific/Apia', rule: 'FREQ=DAILY' },
      begins: ['2011-12-30T04:00', '2011-12-31T04:00', '2012-01-01T04:00'],
      told: ['2011-12-30T21:00', '2011-12-30T18:00', '2011-12-31T03:45'],
    },
  ];
  for (const { says, now, wall, zone, rule, begins, told } of cases) {
    it(says, async (t) => {
      const { store, call } = await begin(t, now);
      await call(again(wall, rule, zone));
      const rows = await occurrences(store);
      assert.deepEqual(
        rows.slice(0, begins.length).map(({ startsAt }) => iso(startsAt)),
        begins,
      );
      const second = await Promise.all(['tomorrow', 'today', 'soon'].map((letter) => saidOf(store, 2, letter)));
      assert.deepEqual(second, told);
      assert.ok(rows.every(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() === 60 * 60_000));
    });
  }
});
