import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { addAgendaItem } from '../../../src/domain/conversations/agenda.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { editConversation } from '../../../src/domain/conversations/edit.ts';
import { renewSeries } from '../../../src/domain/conversations/renew.ts';
import { rescheduleOccurrence } from '../../../src/domain/conversations/reschedule.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import type { Store } from '../../../src/store/open.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { readOwn, type Shown } from '../../support/calendars.ts';
import { callCircle, callSeries } from '../../support/conversations.ts';
import { foundOnBoth } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, at, later } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const date = (occurrence: number) => ({ number: 1, occurrence });

async function begin(t: TestContext) {
  const store = await openTestStore(t);
  return { store, ...(await foundOnBoth(store)) };
}

/** What our own rows say, as the program shows it. */
async function planned({ db }: Pick<Store, 'db'>): Promise<string[]> {
  const rows = await db.occurrence.findMany({ orderBy: { startsAt: 'asc' } });
  return rows.map(({ startsAt, endsAt, state }) =>
    spell(startsAt.toISOString(), endsAt.toISOString(), state === 'cancelled'),
  );
}

const spell = (from: string, to: string, cancelled: boolean) => `${from} ${to}${cancelled ? ' cancelled' : ''}`;
const times = (shown: readonly Shown[]) => shown.map(({ from, to, status }) => spell(from, to, status === 'CANCELLED'));

function move(acting: Acting, occurrence: number, wall: string, zone = 'UTC') {
  const time = { wall, zone, at: toInstant(wall, zone), timed: true };
  return rescheduleOccurrence(acting, date(occurrence), time);
}

/** Series as people call them, on the days on which clocks are put forward or back, and others. */
const series: Record<string, [wall: string, rule: string, zone: string]> = {
  'every week across the change in spring': ['2027-03-02T18:00', 'FREQ=WEEKLY;BYDAY=TU', 'America/Chicago'],
  'every week in an hour that is skipped once': ['2027-03-07T02:30', 'FREQ=WEEKLY;BYDAY=SU', 'America/Chicago'],
  'every day from an hour that is skipped': ['2027-03-14T02:30', 'FREQ=DAILY;COUNT=5', 'America/Chicago'],
  'every week in an hour that comes twice once': ['2027-09-05T01:30', 'FREQ=WEEKLY;BYDAY=SU', 'America/Chicago'],
  'every week through the night of the change': ['2027-03-06T23:30', 'FREQ=WEEKLY;BYDAY=SA', 'America/New_York'],
  'every third week': ['2027-03-04T19:00', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH', 'Europe/Madrid'],
  'on the first and third Tuesday': ['2027-03-02T19:00', 'FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20270630', 'Europe/Madrid'],
  'on the last Friday': ['2027-03-26T17:00', 'FREQ=MONTHLY;BYDAY=-1FR', 'Australia/Lord_Howe'],
  'on the last working day': ['2027-03-31T09:00', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'Asia/Kolkata'],
  'on the 31st, where there is one': ['2027-03-31T09:00', 'FREQ=MONTHLY', 'America/Sao_Paulo'],
  'but for some months': [
    '2027-03-02T18:00',
    'FREQ=WEEKLY;BYMONTH=1,2,3,5,6,7,8,9,10,11,12;BYDAY=TU',
    'America/Chicago',
  ],
  'twice a day': ['2027-03-13T09:00', 'FREQ=DAILY;BYHOUR=9,18;COUNT=8', 'America/Chicago'],
  'by clocks that nobody moves': ['2027-03-02T18:00', 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=9', 'UTC'],
};

describe('a series in a calendar', () => {
  for (const [name, [wall, rule, zone]] of Object.entries(series)) {
    it(`takes place ${name} when it takes place here`, async (t) => {
      const { store, maria } = await begin(t);
      await callSeries(maria, { when: again(wall, rule, zone), duration: 240 });
      const expected = await planned(store);
      assert.ok(expected.length > 1);
      assert.deepEqual(times(await readOwn(store, maria)), expected);
    });
  }

  it('is shown time by time where its rule is none that all programs know', async (t) => {
    const uids = async (rule: string) => {
      const { store, maria } = await begin(t);
      await callSeries(maria, { when: again('2027-03-02T18:00', rule, 'America/Chicago') });
      const shown = await readOwn(store, maria);
      return { times: shown.length, names: new Set(shown.map(({ uid }) => uid)).size };
    };
    const known = await uids('FREQ=YEARLY;BYMONTH=3;BYDAY=1TU;COUNT=2');
    assert.equal(known.names, 1);
    for (const rule of ['FREQ=DAILY;BYHOUR=9,18;COUNT=8', 'FREQ=WEEKLY;BYMONTH=3,5;BYDAY=TU;COUNT=6']) {
      const { times, names } = await uids(rule);
      assert.ok(times > 1, rule);
      assert.equal(names, times, rule);
    }
  });

  it('shows what was moved or called off in place of it, and nothing twice', async (t) => {
    const { store, maria } = await begin(t);
    await callSeries(maria, { when: again('2027-03-03T18:00', 'FREQ=WEEKLY;BYDAY=WE', 'America/Chicago') });
    await move(maria, 2, '2027-03-13T10:00', 'America/Chicago');
    // The second of the two hours of that name, which no wall-clock time says.
    await move(maria, 1, '2027-11-07T07:30');
    await cancelOccurrence(maria, date(3), { dates: 'this', reason: 'The hall is closed' });
    const shown = await readOwn(store, maria);
    assert.deepEqual(times(shown).slice(0, 4), (await planned(store)).slice(0, 4));
    assert.equal(shown.length, (await planned(store)).length);
    assert.match(shown.find(({ status }) => status === 'CANCELLED')?.description ?? '', /The hall is closed/);
  });

  it('is called off as a whole', async (t) => {
    const { store, maria } = await begin(t);
    await callSeries(maria);
    await cancelOccurrence(maria, circle, { dates: 'all' });
    assert.deepEqual(times(await readOwn(store, maria)), await planned(store));
  });

  it('keeps its name, and counts every change that a calendar must take over', async (t) => {
    const { store, maria } = await begin(t);
    await callSeries(maria);
    const { id } = await store.db.conversation.findFirstOrThrow();
    const read = async () => {
      const shown = await readOwn(store, maria);
      assert.deepEqual(times(shown), await planned(store));
      assert.deepEqual([...new Set(shown.map(({ uid }) => uid))], [id]);
      const sequences = new Set(shown.map(({ sequence }) => sequence));
      assert.equal(sequences.size, 1);
      return Math.max(...sequences);
    };
    assert.equal(await read(), 0);
    const changes: readonly ((acting: Acting) => Promise<unknown>)[] = [
      (acting) => move(acting, 2, '2027-03-11T10:00'),
      (acting) => cancelOccurrence(acting, date(3), { dates: 'this' }),
      (acting) => editConversation(acting, circle, { title: 'Youth circle', where: 'Library', duration: 45 }),
      (acting) => renewSeries({ ...acting, now: new Date('2027-08-25T12:00:00Z') }, circle),
    ];
    let before = 0;
    for (const change of changes) {
      await change(maria);
      const sequence = await read();
      assert.ok(sequence > before, String(change));
      before = sequence;
    }
    const [first] = await readOwn(store, maria);
    assert.deepEqual([first?.title, first?.place], ['Youth circle', 'Library']);
  });

  it('goes on after a pause without the times between', async (t) => {
    const { store, maria } = await begin(t);
    await callSeries(maria);
    await renewSeries(later(maria, '2027-12-15T12:00:00Z'), circle);
    const expected = await planned(store);
    assert.ok(!expected.some((time) => time.startsWith('2027-11')));
    assert.deepEqual(times(await readOwn(store, maria)), expected);
  });

  it('says of one time what is for that time alone', async (t) => {
    const { store, maria, juan } = await begin(t);
    await callSeries(maria, { purpose: 'We listen.', questions: ['What is dear to us?'] });
    await addAgendaItem(juan, date(2), 'Who cooks?');
    const [first, second, third] = await readOwn(store, maria);
    assert.match(first?.description ?? '', /We listen\.\n\nAgenda\n- What is dear to us\?\n\nC-1 of Neighbours/);
    assert.match(second?.description ?? '', /- What is dear to us\?\n- Who cooks\?/);
    assert.equal(third?.description, first?.description);
  });
});

describe('a conversation that takes place once', () => {
  it('stands in a calendar as it is by now', async (t) => {
    const { store, maria } = await begin(t);
    await callCircle(maria, { when: at('2027-03-03T18:00', 'Europe/Madrid'), where: 'https://meet.example.org/a' });
    const [before] = await readOwn(store, maria);
    assert.deepEqual([before?.from, before?.sequence, before?.status], ['2027-03-03T17:00:00.000Z', 0, 'CONFIRMED']);
    await move(maria, 1, '2027-03-04T17:00');
    const [moved, ...others] = await readOwn(store, maria);
    assert.deepEqual(
      [moved?.from, moved?.sequence, moved?.uid, others],
      ['2027-03-04T17:00:00.000Z', 1, before?.uid, []],
    );
    await cancelOccurrence(maria, circle, { dates: 'this' });
    assert.deepEqual(times(await readOwn(store, maria)), await planned(store));
  });
});
