import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { planOffer } from '../../../src/domain/conversations/offer.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { changeProfile } from '../../../src/domain/people/profile.ts';
import type { Store } from '../../../src/store/open.ts';
import { endOfQuiet } from '../../../src/time/day-times.ts';
import { answersIn, callCircle, gather, told } from '../../support/conversations.ts';
import { foundOnBoth, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later, tickAt } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const say = (acting: Acting, answer: 'yes' | 'no') => answerOccurrence(acting, circle, answer, 'this');

/** Two seats, taken, and three who wait for them. */
async function beginFull(t: TestContext) {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  await callCircle(maria, { capacity: 2 });
  const [one = maria, two = maria, three = maria, four = maria, five = maria] = await gather(store, 5);
  for (const member of [one, two, three, four, five]) await say(member, 'yes');
  return { store, maria, one, two, three, four, five };
}

/** Until when seats are held, and for whom. */
async function held({ db }: Pick<Store, 'db'>): Promise<string[]> {
  const rsvps = await db.rsvp.findMany({
    where: { seat: 'offered' },
    include: { member: { include: { person: true } } },
  });
  return rsvps.map(({ member, offeredUntil }) => `${member.person.name} until ${offeredUntil?.toISOString()}`);
}

/** It is over two days away, so an offer stands for twelve hours. */
const lapsed = '2027-03-02T00:00:00Z';

describe('a seat that somebody gives up', () => {
  it('is offered to the one who waits longest, and held for them', async (t) => {
    const { store, one } = await beginFull(t);
    await say(one, 'no');
    assert.deepEqual(await held(store), ['Member3 until 2027-03-02T00:00:00.000Z']);
    assert.deepEqual(await told(store, 'offered'), ['Member3']);
    const [letter] = await store.db.delivery.findMany({ where: { letter: 'conversation.offered' } });
    assert.deepEqual([letter?.urgent, letter?.dueAt], [true, noon]);
  });

  it('is theirs when they say yes, also where the clockwork has not looked at the deadline yet', async (t) => {
    const { store, one, three } = await beginFull(t);
    await say(one, 'no');
    assert.equal((await say(later(three, '2027-03-02T00:00:01Z'), 'yes')).seat, 'taken');
    await tickAt(store, '2027-03-02T00:01:00Z');
    assert.deepEqual(await told(store, 'lapsed'), []);
    assert.equal(await store.db.schedule.count({ where: { subject: 'rsvp' } }), 0);
  });

  it('goes to the next at once where they let it go', async (t) => {
    const { store, one, three } = await beginFull(t);
    await say(one, 'no');
    await say(three, 'no');
    assert.deepEqual(await told(store, 'offered'), ['Member3', 'Member4']);
    assert.deepEqual((await held(store)).length, 1);
    assert.equal(await store.db.schedule.count({ where: { subject: 'rsvp' } }), 1);
  });

  it('goes to the next when the deadline has passed, and whoever let it pass waits behind the others', async (t) => {
    const { store, one } = await beginFull(t);
    await say(one, 'no');
    await tickAt(store, '2027-03-01T23:59:00Z');
    assert.deepEqual(await told(store, 'lapsed'), []);
    await tickAt(store, lapsed);
    assert.deepEqual(await told(store, 'lapsed'), ['Member3']);
    assert.deepEqual(await told(store, 'offered'), ['Member3', 'Member4']);
    assert.deepEqual((await answersIn(store)).slice(1), [
      'Member2 yes taken',
      'Member4 yes offered',
      'Member5 yes waiting',
      'Member3 yes waiting',
    ]);
  });

  it('is passed on once, however many clocks look at once', async (t) => {
    const { store, one } = await beginFull(t);
    await say(one, 'no');
    await Promise.all([tickAt(store, lapsed), tickAt(store, lapsed), tickAt(store, lapsed)]);
    assert.deepEqual(await told(store, 'offered'), ['Member3', 'Member4']);
  });

  it('is had by one of both where it is taken at the moment it lapses', async (t) => {
    const { store, one, three } = await beginFull(t);
    await say(one, 'no');
    const [said] = await Promise.all([say(later(three, lapsed), 'yes'), tickAt(store, lapsed)]);
    const answers = await answersIn(store);
    const having = answers.filter((line) => /taken|offered/.test(line));
    assert.deepEqual(having, [
      'Member2 yes taken',
      said.seat === 'taken' ? 'Member3 yes taken' : 'Member4 yes offered',
    ]);
  });

  it('is nobody’s where all have let it pass, nobody is asked twice, and the first who says yes has it', async (t) => {
    const { store, one, three, four } = await beginFull(t);
    await say(one, 'no');
    for (const at of ['2027-03-02T00:00:00Z', '2027-03-02T12:00:00Z', '2027-03-03T00:00:00Z', '2027-03-03T10:00:00Z']) {
      await tickAt(store, at);
    }
    assert.deepEqual(await told(store, 'offered'), ['Member3', 'Member4', 'Member5']);
    assert.deepEqual(await held(store), []);
    assert.equal((await say(later(four, '2027-03-03T11:00:00Z'), 'yes')).seat, 'taken');
    assert.deepEqual([(await say(later(three, '2027-03-03T11:00:00Z'), 'yes')).place], [1]);
  });

  it('is offered again to whoever let one pass and said yes once more', async (t) => {
    const { store, one, two, three, four, five } = await beginFull(t);
    await say(four, 'no');
    await say(five, 'no');
    await say(one, 'no');
    await tickAt(store, lapsed);
    const afterwards = (acting: Acting) => later(acting, '2027-03-02T08:00:00Z');
    assert.equal((await say(afterwards(three), 'yes')).seat, 'taken');
    await say(afterwards(two), 'no');
    assert.deepEqual(await told(store, 'offered'), ['Member3']);
  });

  it('is simply had where there is no time to ask', async (t) => {
    const { store, one, three } = await beginFull(t);
    await say(later(one, '2027-03-03T17:50:00Z'), 'no');
    assert.deepEqual(await told(store, 'seated'), ['Member3']);
    assert.equal((await say(later(three, '2027-03-03T17:51:00Z'), 'yes')).seat, 'taken');
  });

  it('is offered to nobody any more where it is over or cancelled', async (t) => {
    const { store, maria, one } = await beginFull(t);
    await say(one, 'no');
    await cancelOccurrence(maria, circle, { dates: 'this' });
    await tickAt(store, lapsed);
    assert.deepEqual(await told(store, 'offered'), ['Member3']);
    assert.deepEqual(await told(store, 'lapsed'), []);
  });

  it('is told after the quiet hours of whoever waits, and held for an hour after them', async (t) => {
    const { store, one, three } = await beginFull(t);
    await changeProfile({ ...three, db: store.db }, { zone: 'UTC', quiet: { from: '22:00', to: '08:00' } });
    await say(later(one, '2027-03-02T23:00:00Z'), 'no');
    const [letter] = await store.db.delivery.findMany({ where: { letter: 'conversation.offered' } });
    assert.equal(letter?.dueAt.toISOString(), '2027-03-03T08:00:00.000Z');
    assert.deepEqual(await held(store), ['Member3 until 2027-03-03T09:00:00.000Z']);
  });
});

describe('until when a seat is held', () => {
  const startsAt = new Date('2027-03-03T18:00:00Z');
  const night = { from: '22:00', to: '08:00' };
  const plan = (now: string, quiet: { from: string; to: string } | null = null) => {
    const offer = planOffer(startsAt, (at) => quiet && endOfQuiet(at, quiet, 'UTC'), new Date(now));
    return (
      offer && [offer.tellAt, offer.until].map((at) => at.toISOString().slice('2027-03-'.length, -':00.000Z'.length))
    );
  };

  it('is half of the time that is left, at most twelve hours and at least ten minutes', () => {
    assert.deepEqual(plan('2027-03-01T12:00:00Z'), ['01T12:00', '02T00:00']);
    assert.deepEqual(plan('2027-03-03T14:00:00Z'), ['03T14:00', '03T16:00']);
    assert.deepEqual(plan('2027-03-03T17:45:00Z'), ['03T17:45', '03T17:55']);
    assert.equal(plan('2027-03-03T17:50:00Z'), null);
    assert.equal(plan('2027-03-03T18:20:00Z'), null);
  });

  it('is a full minute, and never after it begins', () => {
    assert.deepEqual(plan('2027-03-03T17:49:30Z')?.[1], '03T18:00');
    assert.deepEqual(plan('2027-03-03T14:00:30Z')?.[1], '03T16:01');
  });

  it('leaves an hour after the quiet hours that it would end in, or be told in', () => {
    assert.deepEqual(plan('2027-03-02T15:00:00Z', night), ['02T15:00', '03T09:00']);
    assert.deepEqual(plan('2027-03-03T07:50:00Z', { from: '22:00', to: '13:00' }), ['03T13:00', '03T14:00']);
    assert.deepEqual(plan('2027-03-02T23:00:00Z', night), ['03T08:00', '03T09:00']);
  });

  it('does not wait for a morning that comes too late', () => {
    assert.deepEqual(plan('2027-03-03T12:00:00Z', { from: '11:00', to: '17:30' }), ['03T12:00', '03T15:00']);
  });
});
