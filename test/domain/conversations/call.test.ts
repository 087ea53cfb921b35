import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { callConversation, type NewConversation } from '../../../src/domain/conversations/call.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { told } from '../../support/conversations.ts';
import { actAt, callAt, foundOnBoth, inSlack, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, at } from '../../support/ticking.ts';

async function begin(t: TestContext) {
  const store = await openTestStore(t);
  return { store, ...(await foundOnBoth(store)) };
}

const friday = at('2027-03-05T18:00');
const call = (acting: Acting, more: Partial<NewConversation> = {}) =>
  callConversation(acting, { title: 'Listening circle', when: friday, ...more });

/** What a first time says of itself and when, in UTC, in order. */
async function planned({ db }: Awaited<ReturnType<typeof begin>>['store']): Promise<string[]> {
  const rows = await db.schedule.findMany({
    where: { subject: 'occurrence' },
    orderBy: [{ nextAt: 'asc' }, { letter: 'asc' }],
  });
  return rows.map(
    ({ letter, nextAt }) => `${nextAt?.toISOString().slice(5, 16)} ${letter.replace('conversation.', '')}`,
  );
}

describe('calling a conversation', () => {
  it('writes down what was said, under the next number, and what it will say of itself', async (t) => {
    const { store, maria } = await begin(t);
    const {
      first,
      next,
      planned: count,
      askedAgain,
    } = await call(maria, {
      where: 'https://meet.example/circle',
      purpose: 'To hear one another',
      duration: 90,
      capacity: 12,
    });
    assert.deepEqual([first.number, first.occurrence, first.title], [1, null, 'Listening circle']);
    assert.deepEqual(
      [first.wall, first.zone, first.endsAt],
      ['2027-03-05T18:00', 'UTC', new Date('2027-03-05T19:30:00Z')],
    );
    assert.deepEqual(
      [first.place, first.purpose, first.rsvps.capacity],
      ['https://meet.example/circle', 'To hear one another', 12],
    );
    assert.deepEqual([first.author.name, first.facilitator.name], ['Maria', 'Maria']);
    assert.deepEqual({ next, count, askedAgain }, { next: [first.startsAt], count: 1, askedAgain: null });
    assert.deepEqual(await planned(store), [
      '03-04T11:00 tomorrow',
      '03-05T08:00 today',
      '03-05T17:45 soon',
      '03-05T19:30 card.edit',
      '03-05T19:30 closing',
      '03-05T20:30 feedback',
      '03-07T11:00 summary',
    ]);
    const [audit] = await store.db.audit.findMany({ where: { verb: 'conversation.called' } });
    assert.equal(audit?.subjectId, first.conversationId);
    assert.equal((await call(maria)).first.number, 2);
  });

  it('has its card posted in every space at once', async (t) => {
    const { store, maria, juan } = await begin(t);
    const { first } = await call(maria);
    const posts = await store.db.delivery.findMany({ where: { letter: 'conversation.card.post' } });
    assert.deepEqual(new Set(posts.map(({ spaceId }) => spaceId)), new Set([maria.space?.id, juan.space?.id]));
    assert.ok(posts.every(({ subjectId, dueAt }) => subjectId === first.id && dueAt.getTime() === noon.getTime()));
  });

  it('leaves out what lies in the past, and the morning of what begins in the morning', async (t) => {
    const { store, maria } = await begin(t);
    await call(maria, { when: at('2027-03-02T09:30') });
    assert.deepEqual((await planned(store)).slice(0, 2), ['03-02T09:15 soon', '03-02T10:30 card.edit']);
  });

  it('takes what its format has, but for what was said', async (t) => {
    const { maria } = await begin(t);
    const { first } = await call(maria, { format: 'circle', questions: ['What brought you here?', 'What now?'] });
    assert.deepEqual([first.minutes, first.rsvps.capacity, first.format], [90, 12, 'circle']);
    assert.deepEqual(
      first.agenda.map(({ text }) => text),
      ['What brought you here?', 'What now?'],
    );
    const { first: other } = await call(maria, { format: 'circle', duration: 30, capacity: 5 });
    assert.deepEqual([other.minutes, other.rsvps.capacity], [30, 5]);
    assert.equal((await call(maria)).first.minutes, 60);
  });

  it('asks for an hour, for one rule alone, and for a coalition that has a channel', async (t) => {
    const { store, maria } = await begin(t);
    const day = { type: 'once', time: { wall: '2027-03-05', zone: 'UTC', timed: false, at: noon } } as const;
    const weekly = { wall: '2027-03-05T09:00', zone: 'UTC', rule: 'FREQ=WEEKLY;BYDAY=FR' };
    await refuses('conversation.no-hour', call(maria, { when: day }));
    await refuses(
      'conversation.no-hour',
      call(maria, { when: { type: 'recurring', recurrence: { ...weekly, timed: false } } }),
    );
    await refuses('conversation.no-hour', call(maria, { when: day, repeat: () => ({ ...weekly, timed: false }) }));
    const both = { when: again('2027-03-05T09:00', 'FREQ=WEEKLY'), repeat: () => ({ ...weekly, timed: true }) };
    await refuses('conversation.two-rules', call(maria, both));
    await store.db.space.updateMany({ data: { unlinkedAt: noon, linkedPlace: null } });
    await refuses('conversation.no-space', call({ ...maria, space: null, direct: true }));
    assert.equal(await store.db.conversation.count(), 0);
  });

  it('stands in the first channel of the coalition where it is called in a direct conversation', async (t) => {
    const { store, maria } = await begin(t);
    const { first } = await call({ ...maria, space: null, direct: true });
    const conversation = await store.db.conversation.findUniqueOrThrow({ where: { id: first.conversationId } });
    assert.equal(conversation.spaceId, maria.space?.id);
  });

  it('keeps an hour that the clocks show twice where it was counted from now', async (t) => {
    const { maria } = await begin(t);
    // 01:30 in New York for the second time that night.
    const second = new Date('2027-11-07T06:30:00Z');
    const time = { wall: '2027-11-07T01:30', zone: 'America/New_York', timed: true, at: second, exact: true } as const;
    const { first } = await call(maria, { when: { type: 'once', time } });
    assert.deepEqual([first.startsAt, first.wall, first.zone], [second, '2027-11-07T06:30', 'UTC']);
  });

  it('is led by whom it names, who becomes a member and is told', async (t) => {
    const { store, maria } = await begin(t);
    await callAt(store, inSlack, 'Ruth');
    const { first } = await call(maria, { facilitator: { type: 'account', accountId: 'RUTH', name: 'Ruth' } });
    assert.equal(first.facilitator.name, 'Ruth');
    assert.deepEqual(await told(store, 'asked'), ['Ruth']);
    await refuses('person.not-found', call(maria, { facilitator: { type: 'name', name: 'Nobody' } }));
  });
});

describe('a one-to-one', () => {
  const withJuan = { with: { type: 'name', name: 'Juan' } } as const;

  it('holds a seat for the one it is with, asks them, and stands only where it was called', async (t) => {
    const { store, maria, juan } = await begin(t);
    const { first, partner } = await call(maria, withJuan);
    assert.deepEqual([first.format, partner?.name, first.minutes], ['one-to-one', 'Juan', 45]);
    const { capacity, coming, offered } = first.rsvps;
    assert.deepEqual({ capacity, coming, offered }, { capacity: 2, coming: 1, offered: 1 });
    assert.deepEqual(await told(store, 'asked'), ['Juan']);
    const posts = await store.db.delivery.findMany({ where: { letter: 'conversation.card.post' } });
    assert.deepEqual(
      posts.map(({ spaceId }) => spaceId),
      [maria.space?.id],
    );
    const summary = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.summary' } });
    assert.equal(summary.spaceId, maria.space?.id);
    const { seat } = await answerOccurrence(juan, { number: 1, occurrence: null }, 'yes', 'this');
    assert.equal(seat, 'taken');
  });

  it('gives the seat that is held to nobody else', async (t) => {
    const { store, maria } = await begin(t);
    await call(maria, withJuan);
    const kim = await actAt(store, inSlack, 'Kim');
    assert.equal((await answerOccurrence(kim, { number: 1, occurrence: null }, 'yes', 'this')).seat, 'waiting');
  });

  it('again and again, holds a seat at every time and tells of it once', async (t) => {
    const { store, maria } = await begin(t);
    await call(maria, { ...withJuan, when: again('2027-03-05T18:00', 'FREQ=WEEKLY;BYDAY=FR;COUNT=3') });
    assert.equal(await store.db.rsvp.count({ where: { seat: 'offered' } }), 3);
    assert.equal(await store.db.rsvp.count({ where: { seat: 'taken' } }), 3);
    assert.deepEqual(await told(store, 'asked'), ['Juan']);
  });

  it('is with somebody else, and in no format for more', async (t) => {
    const { maria } = await begin(t);
    await refuses('conversation.with-oneself', call(maria, { with: { type: 'me' } }));
    await refuses('conversation.with-several', call(maria, { ...withJuan, format: 'circle' }));
  });
});
