import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  type AgendaPage,
  addAgendaItem,
  getAgenda,
  moveAgendaItem,
  removeAgendaItem,
} from '../../../src/domain/conversations/agenda.ts';
import { callConversation, type NewConversation } from '../../../src/domain/conversations/call.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { actAt, foundOnBoth, inDiscord, inSlack, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const zone = 'America/Chicago';
const once: NewConversation = {
  title: 'Clean air',
  when: {
    type: 'once',
    time: { wall: '2027-03-10T18:00', zone, at: new Date('2027-03-11T00:00:00Z'), timed: true },
  },
  questions: ['What do we know?', 'What do we want?'],
};
const weekly: NewConversation = {
  ...once,
  when: {
    type: 'recurring',
    recurrence: { wall: '2027-03-10T18:00', zone, rule: 'FREQ=WEEKLY;BYDAY=WE', timed: true },
  },
};
const first = { number: 1, occurrence: 1 };
const second = { number: 1, occurrence: 2 };

async function begin(t: TestContext, wanted: NewConversation) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await callConversation(maria, wanted);
  return { store, maria, juan };
}

const textsOf = ({ items }: AgendaPage) => items.map(({ text }) => text);

async function read(acting: Acting, of = first): Promise<readonly string[]> {
  return textsOf(await getAgenda(acting, of));
}

async function idOf(acting: Acting, words: string, of = first): Promise<string> {
  const found = (await getAgenda(acting, of)).items.find(({ text }) => text === words);
  assert.ok(found, words);
  return found.id;
}

describe('the agenda of a conversation', () => {
  it('is added to by any member, at its end, and its cards are told', async (t) => {
    const { store, juan } = await begin(t, once);
    const before = await store.db.occurrence.findFirstOrThrow();
    const { agenda, version } = await addAgendaItem(juan, { number: 1, occurrence: null }, 'Who brings chairs?');
    assert.deepEqual(
      agenda.map(({ text, author, everyTime }) => [text, author.name, everyTime]),
      [
        ['What do we know?', 'Maria', false],
        ['What do we want?', 'Maria', false],
        ['Who brings chairs?', 'Juan', false],
      ],
    );
    assert.equal(version, before.version + 1);
    const letters = await store.db.delivery.findMany({ where: { letter: { startsWith: 'conversation.card' } } });
    assert.deepEqual(
      [...new Set(letters.map(({ letter }) => letter))],
      ['conversation.card.post'],
      'the post shows it',
    );
    assert.equal(await store.db.audit.count({ where: { verb: 'conversation.proposed', memberId: juan.member.id } }), 1);
  });

  it('takes thirty items, even where many are added at once', async (t) => {
    const { juan, maria } = await begin(t, once);
    const adding = Array.from({ length: 32 }, (_, index) =>
      addAgendaItem(index % 2 ? juan : maria, first, `Item ${index}`),
    );
    const refused = (await Promise.allSettled(adding)).filter(({ status }) => status === 'rejected');
    assert.equal(refused.length, 4);
    await refuses('conversation.agenda-full', addAgendaItem(maria, first, 'One more'));
    const { total, pages, open } = await getAgenda(maria, first);
    assert.deepEqual([total, pages, open], [30, 3, false]);
  });

  it('is put in order by whoever leads, one place at a time', async (t) => {
    const { maria, juan } = await begin(t, once);
    await addAgendaItem(juan, first, 'Chairs');
    const id = await idOf(maria, 'Chairs');
    const move = async (to: 'up' | 'down') => textsOf(await moveAgendaItem(maria, { of: first, id }, to));
    assert.deepEqual(await move('up'), ['What do we know?', 'Chairs', 'What do we want?']);
    assert.deepEqual(await move('up'), ['Chairs', 'What do we know?', 'What do we want?']);
    assert.deepEqual(await move('up'), ['Chairs', 'What do we know?', 'What do we want?']);
    assert.deepEqual(await move('down'), ['What do we know?', 'Chairs', 'What do we want?']);
    assert.deepEqual(await move('down'), ['What do we know?', 'What do we want?', 'Chairs']);
    assert.deepEqual(await move('down'), ['What do we know?', 'What do we want?', 'Chairs']);
    await refuses('access.not-yours', moveAgendaItem(juan, { of: first, id }, 'up'));
  });

  it('keeps its order however often two change places', async (t) => {
    const { store, maria } = await begin(t, once);
    for (let round = 1; round <= 30; round += 1) {
      const [, last = ''] = await read(maria);
      await moveAgendaItem(maria, { of: first, id: await idOf(maria, last) }, 'up');
      assert.equal((await read(maria))[0], last);
    }
    const positions = (await store.db.agendaItem.findMany()).map(({ position }) => position);
    assert.ok(
      positions.every((position) => position > 0 && position < 10_000_000),
      String(positions),
    );
  });

  it('loses an item by whoever wrote it or leads, and by nobody else', async (t) => {
    const { store, maria, juan } = await begin(t, once);
    const sam = await actAt(store, inSlack, 'Sam');
    await addAgendaItem(juan, first, 'Chairs');
    await addAgendaItem(juan, first, 'Tables');
    const chairs = { of: first, id: await idOf(maria, 'Chairs') };
    const tables = { of: first, id: await idOf(maria, 'Tables') };
    await refuses('access.not-yours', removeAgendaItem(sam, chairs));
    const { items } = await removeAgendaItem(juan, chairs);
    assert.deepEqual(
      items.map(({ removable }) => removable),
      [false, false, true],
    );
    await removeAgendaItem(maria, tables);
    await refuses('conversation.item-gone', removeAgendaItem(maria, tables));
    assert.deepEqual(await read(maria), ['What do we know?', 'What do we want?']);
  });

  it('of a series is what every time has and what one time has', async (t) => {
    const { maria, juan } = await begin(t, weekly);
    await addAgendaItem(juan, first, 'Chairs');
    await addAgendaItem(juan, second, 'Tables');
    await moveAgendaItem(maria, { of: first, id: await idOf(maria, 'Chairs') }, 'up');
    assert.deepEqual(await read(maria), ['What do we know?', 'Chairs', 'What do we want?']);
    assert.deepEqual(await read(maria, second), ['What do we know?', 'What do we want?', 'Tables']);
    const { items } = await getAgenda(maria, first);
    assert.deepEqual(
      items.map(({ everyTime }) => everyTime),
      [true, false, true],
    );
  });

  it('of a series loses for every time what every time has, and all cards are told', async (t) => {
    const { store, maria } = await begin(t, weekly);
    const versions = () =>
      store.db.occurrence.findMany({ orderBy: { number: 'asc' }, take: 3, select: { version: true } });
    const before = await versions();
    await removeAgendaItem(maria, { of: second, id: await idOf(maria, 'What do we know?', second) });
    assert.deepEqual([await read(maria), await read(maria, second)], [['What do we want?'], ['What do we want?']]);
    assert.deepEqual(
      await versions(),
      before.map(({ version }) => ({ version: version + 1 })),
    );
  });

  it('is closed when its time is over or cancelled, and can still be read', async (t) => {
    const { store, maria } = await begin(t, once);
    const later = await actAt(store, inDiscord, 'Juan', { now: new Date('2027-03-11T06:00:00Z') });
    await refuses('conversation.over', addAgendaItem(later, first, 'Chairs'));
    const { open, orders, items } = await getAgenda(later, first);
    assert.deepEqual([open, orders, items.some(({ removable }) => removable)], [false, false, false]);
    const id = await idOf(maria, 'What do we know?');
    await store.db.occurrence.updateMany({ data: { state: 'cancelled' } });
    await refuses('conversation.cancelled', addAgendaItem(maria, first, 'Chairs'));
    await refuses('conversation.cancelled', removeAgendaItem({ ...maria, now: noon }, { of: first, id }));
    await refuses('conversation.not-found', addAgendaItem(maria, { number: 2, occurrence: null }, 'Chairs'));
  });
});
