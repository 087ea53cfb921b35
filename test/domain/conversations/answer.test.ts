import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { editConversation } from '../../../src/domain/conversations/edit.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import type { Store } from '../../../src/store/open.ts';
import { answersIn, callCircle, callSeries, gather, told } from '../../support/conversations.ts';
import { actAt, foundOnBoth, inDiscord, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const yes = (acting: Acting) => answerOccurrence(acting, circle, 'yes', 'this');
const maybe = (acting: Acting) => answerOccurrence(acting, circle, 'maybe', 'this');
const no = (acting: Acting) => answerOccurrence(acting, circle, 'no', 'this');

async function begin(t: TestContext, capacity?: number) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await callCircle(maria, { capacity });
  return { store, maria, juan };
}

async function takenIn({ db }: Pick<Store, 'db'>): Promise<number> {
  return db.rsvp.count({ where: { seat: { in: ['taken', 'offered'] } } });
}

describe('answering a conversation', () => {
  it('takes a seat, and says so on record', async (t) => {
    const { store, juan } = await begin(t);
    const { occurrence, answer, seat, place, all } = await yes(juan);
    assert.deepEqual([occurrence.number, occurrence.title], [1, 'Listening circle']);
    assert.deepEqual({ answer, seat, place, all }, { answer: 'yes', seat: 'taken', place: null, all: null });
    assert.deepEqual(await answersIn(store), ['Juan yes taken']);
    const [audit] = await store.db.audit.findMany({ where: { verb: 'conversation.answered' } });
    assert.deepEqual(audit?.data, { answer: 'yes', dates: 'this' });
  });

  it('counts a maybe and a no, and takes no seat by them', async (t) => {
    const { store, maria, juan } = await begin(t, 2);
    assert.equal((await maybe(maria)).seat, null);
    assert.equal((await no(juan)).seat, null);
    assert.deepEqual(await answersIn(store), ['Maria maybe', 'Juan no']);
    assert.equal(await takenIn(store), 0);
  });

  it('changes nothing by the same answer again, which keeps its place', async (t) => {
    const { store, maria, juan } = await begin(t, 2);
    const [, , third = maria] = await gather(store, 3);
    for (const member of [maria, juan, third]) await yes(member);
    assert.equal((await yes(later(third, '2027-03-01T13:00:00Z'))).place, 1);
    const before = await store.db.rsvp.findMany({ orderBy: { id: 'asc' } });
    const written = await store.db.audit.count();
    await yes(later(maria, '2027-03-01T14:00:00Z'));
    assert.deepEqual(await store.db.rsvp.findMany({ orderBy: { id: 'asc' } }), before);
    assert.equal(await store.db.audit.count(), written);
  });

  it('tells those who wait their place in the line, in the order in which they said yes', async (t) => {
    const { store, maria } = await begin(t, 2);
    const [one = maria, two = maria, three = maria, four = maria] = await gather(store, 4);
    await yes(one);
    await yes(two);
    assert.deepEqual([(await yes(four)).place, (await yes(three)).place], [1, 2]);
    assert.deepEqual(await answersIn(store), [
      'Member1 yes taken',
      'Member2 yes taken',
      'Member4 yes waiting',
      'Member3 yes waiting',
    ]);
  });

  it('keeps that order where the clock is set back meanwhile', async (t) => {
    const { store, maria } = await begin(t, 2);
    const [one = maria, two = maria, three = maria, four = maria] = await gather(store, 4);
    for (const member of [one, two, three]) await yes(member);
    assert.equal((await yes(later(four, '2027-03-01T11:00:00Z'))).place, 2);
  });

  it('is remembered with the space it was said in, and in a direct conversation with that of the conversation', async (t) => {
    const { store, maria, juan } = await begin(t);
    await yes(juan);
    await yes({ ...maria, space: null, direct: true });
    const rsvps = await store.db.rsvp.findMany({ orderBy: { id: 'asc' } });
    assert.deepEqual(
      rsvps.map(({ spaceId }) => spaceId),
      [juan.space?.id, maria.space?.id],
    );
  });

  it('has the cards edited once, however many answer before they are', async (t) => {
    const { store, maria, juan } = await begin(t);
    await store.db.delivery.updateMany({ data: { status: 'leased' } });
    await yes(maria);
    await yes(juan);
    await no(maria);
    assert.deepEqual(await told(store, 'card.edit'), ['everybody', 'everybody']);
  });

  it('is refused where it is over, cancelled or not there', async (t) => {
    const { maria, juan } = await begin(t);
    const over = later(juan, '2027-03-03T19:00:00Z');
    await refuses('conversation.over', yes(over));
    await refuses('conversation.not-found', answerOccurrence(juan, { number: 7, occurrence: null }, 'yes', 'this'));
    await cancelOccurrence(maria, circle, { dates: 'this' });
    await refuses('conversation.cancelled', yes(juan));
  });

  it('is still taken while it goes on', async (t) => {
    const { juan } = await begin(t);
    assert.equal((await yes(later(juan, '2027-03-03T18:30:00Z'))).seat, 'taken');
  });
});

describe('the last seat', () => {
  it('goes to one of two who press at the same moment, and the other waits', async (t) => {
    const { store, maria, juan } = await begin(t, 2);
    await yes(maria);
    const sam = await actAt(store, inSlack, 'Sam');
    const said = await Promise.all([yes(juan), yes(sam)]);
    assert.deepEqual(said.map(({ seat, place }) => [seat, place]).sort(), [
      ['taken', null],
      ['waiting', 1],
    ]);
  });

  it('is never given twice, however many press yes at once', async (t) => {
    const { store } = await begin(t, 5);
    const members = await gather(store, 24);
    const said = await Promise.all(members.map(yes));
    assert.equal(said.filter(({ seat }) => seat === 'taken').length, 5);
    const places = said.map(({ place }) => place).filter((place) => place !== null);
    assert.deepEqual(
      places.sort((one, other) => one - other),
      Array.from({ length: 19 }, (_, index) => index + 1),
    );
  });

  it('counts right where many change their minds at once', async (t) => {
    const { store } = await begin(t, 4);
    const members = await gather(store, 12);
    await Promise.all(members.map(yes));
    await Promise.all(members.map((member, index) => (index % 3 === 0 ? no(member) : yes(member))));
    const answers = await answersIn(store);
    assert.equal(answers.length, 12);
    assert.equal(answers.filter((line) => line.endsWith('no')).length, 4);
    assert.equal(await takenIn(store), 4);
  });

  it('is counted once for a person who presses twice, also with two accounts', async (t) => {
    const { store, maria } = await begin(t, 2);
    const elsewhere = { ...maria, space: (await actAt(store, inDiscord, 'Kai')).space };
    await Promise.all([yes(maria), yes(elsewhere), yes(maria), yes(elsewhere)]);
    assert.deepEqual(await answersIn(store), ['Maria yes taken']);
  });
});

describe('more seats', () => {
  it('are offered to those who wait, in order; fewer throw nobody out', async (t) => {
    const { store, maria } = await begin(t, 2);
    for (const member of await gather(store, 5)) await yes(member);
    await editConversation(maria, circle, { title: 'Circle', capacity: 4 });
    assert.deepEqual((await answersIn(store)).slice(1), [
      'Member2 yes taken',
      'Member3 yes offered',
      'Member4 yes offered',
      'Member5 yes waiting',
    ]);
    await editConversation(maria, circle, { title: 'Circle', capacity: 2 });
    assert.equal(await takenIn(store), 4);
  });

  it('without end are everybody’s who waits, and they are told', async (t) => {
    const { store, maria } = await begin(t, 2);
    const members = await gather(store, 4);
    for (const member of members) await yes(member);
    await no(members[0] ?? maria);
    assert.deepEqual(await told(store, 'offered'), ['Member3']);
    await editConversation(maria, circle, { title: 'Circle' });
    assert.deepEqual((await answersIn(store)).filter((line) => line.endsWith('taken')).length, 3);
    assert.deepEqual(await told(store, 'seated'), ['Member3', 'Member4']);
    assert.equal(await store.db.schedule.count({ where: { subject: 'rsvp' } }), 0);
  });
});

describe('answering all of a series', () => {
  const all = (acting: Acting, answer: 'yes' | 'maybe' | 'no' = 'yes') =>
    answerOccurrence(acting, circle, answer, 'all');

  async function beginSeries(t: TestContext, capacity?: number) {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await callSeries(maria, { capacity });
    return { store, maria, juan };
  }

  it('answers every time that is to come, and stands for those to be planned', async (t) => {
    const { store, juan } = await beginSeries(t);
    const planned = await store.db.occurrence.count();
    const said = await all(juan);
    assert.deepEqual([said.occurrence.occurrence, said.all], [1, { dates: planned, waiting: 0 }]);
    assert.equal(await store.db.rsvp.count({ where: { seat: 'taken' } }), planned);
    const [standing] = await store.db.standingAnswer.findMany();
    assert.deepEqual([standing?.memberId, standing?.answer], [juan.member.id, 'yes']);
  });

  it('leaves what is over as it was answered', async (t) => {
    const { store, juan } = await beginSeries(t);
    await yes(juan);
    await all(later(juan, '2027-03-08T12:00:00Z'), 'no');
    assert.deepEqual(await answersIn(store, 1), ['Juan yes taken']);
    assert.deepEqual(await answersIn(store, 2), ['Juan no']);
  });

  it('waits where it is full, and takes seats where there are some', async (t) => {
    const { store, maria, juan } = await beginSeries(t, 2);
    const [one = maria, two = maria] = await gather(store, 2);
    await answerOccurrence(one, { number: 1, occurrence: 2 }, 'yes', 'this');
    await answerOccurrence(two, { number: 1, occurrence: 2 }, 'yes', 'this');
    assert.equal((await all(juan)).all?.waiting, 1);
    assert.deepEqual((await answersIn(store, 2)).at(-1), 'Juan yes waiting');
    assert.deepEqual(await answersIn(store, 3), ['Juan yes taken']);
  });

  it('means the dates to come where the one that was named is over', async (t) => {
    const { juan } = await beginSeries(t);
    const named = { number: 1, occurrence: 1 };
    const said = await answerOccurrence(later(juan, '2027-03-08T12:00:00Z'), named, 'yes', 'all');
    assert.equal(said.occurrence.occurrence, 2);
  });

  it('takes one answer back, and leaves the others', async (t) => {
    const { store, juan } = await beginSeries(t);
    await all(juan);
    await answerOccurrence(juan, { number: 1, occurrence: 2 }, 'no', 'this');
    assert.deepEqual(await answersIn(store, 2), ['Juan no']);
    assert.deepEqual(await answersIn(store, 3), ['Juan yes taken']);
  });

  it('ends well where many do it at once, in several orders', async (t) => {
    const { store } = await beginSeries(t, 3);
    const members = await gather(store, 6);
    await Promise.all(
      members.map((member, index) =>
        index % 2 === 0 ? all(member) : answerOccurrence(member, { number: 1, occurrence: index }, 'yes', 'this'),
      ),
    );
    const full = await store.db.rsvp.groupBy({ by: ['occurrenceId'], where: { seat: 'taken' }, _count: true });
    assert.ok(full.every(({ _count }) => _count <= 3));
    assert.equal(await store.db.standingAnswer.count(), 3);
  });
});
