import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { renewSeries } from '../../../src/domain/conversations/renew.ts';
import { mergePersons } from '../../../src/domain/linking/merge-persons.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { unlinkAccount } from '../../../src/domain/people/unlink-account.ts';
import type { Store } from '../../../src/store/open.ts';
import { answersIn, callCircle, callSeries, gather, told } from '../../support/conversations.ts';
import { callAt, foundOnBoth, inDiscord, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const say = (acting: Acting, answer: 'yes' | 'maybe' | 'no', dates: 'this' | 'all' = 'this') =>
  answerOccurrence(acting, circle, answer, dates);

async function begin(t: TestContext, call: typeof callCircle, capacity?: number) {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  await call(maria, { capacity });
  const [one = maria, two = maria, three = maria] = await gather(store, 3);
  return { store, maria, one, two, three };
}

/** The other one turns out to be the same person. */
function join({ db }: Store, kept: Acting, other: Acting): Promise<void> {
  return db.$transaction((tx) => mergePersons(tx, { keptId: kept.person.id, mergedId: other.person.id, now: noon }));
}

describe('two members who turn out to be one person', () => {
  it('come once, with the better seat, and the other one is offered to whoever waits', async (t) => {
    const { store, one, two, three } = await begin(t, callCircle, 2);
    for (const member of [one, two, three]) await say(member, 'yes');
    await join(store, two, one);
    assert.deepEqual(await answersIn(store), ['Member2 yes taken', 'Member3 yes offered']);
    assert.deepEqual(await told(store, 'offered'), ['Member3']);
  });

  it('keep the seat of the one who has one, whoever is kept', async (t) => {
    const { store, maria, one, two, three } = await begin(t, callCircle, 2);
    for (const member of [one, two, three]) await say(member, 'yes');
    await say(maria, 'maybe');
    await join(store, three, one);
    await join(store, maria, two);
    assert.deepEqual(await answersIn(store), ['Member3 yes taken', 'Maria yes taken']);
    assert.deepEqual(await told(store, 'offered'), []);
  });

  it('wait at the earlier of their two places', async (t) => {
    const { store, maria, one, two, three } = await begin(t, callCircle, 2);
    for (const member of [one, two, three]) await say(member, 'yes');
    const [, , , four = maria, five = maria] = await gather(store, 5);
    await say(four, 'yes');
    await say(five, 'yes');
    await join(store, five, three);
    assert.deepEqual((await answersIn(store)).slice(2), ['Member5 yes waiting', 'Member4 yes waiting']);
  });

  it('lead, propose, and come to all of a series as the one that is kept', async (t) => {
    const { store, maria, one, two } = await begin(t, callSeries);
    await say(maria, 'yes', 'all');
    await say(one, 'no', 'all');
    await join(store, one, maria);
    const [conversation] = await store.db.conversation.findMany();
    assert.deepEqual([conversation?.authorId, conversation?.facilitatorId], [one.member.id, one.member.id]);
    const standing = await store.db.standingAnswer.findMany();
    assert.deepEqual(
      standing.map(({ memberId, answer }) => [memberId, answer]),
      [[one.member.id, 'yes']],
    );
    await say(two, 'yes');
    assert.deepEqual((await answersIn(store)).sort(), ['Member1 yes taken', 'Member2 yes taken']);
  });

  it('are on record once for what is over: whoever came with one account came', async (t) => {
    const { store, one, two } = await begin(t, callCircle);
    const [occurrence] = await store.db.occurrence.findMany();
    assert.ok(occurrence);
    const noted = {
      coalitionId: one.coalition.id,
      occurrenceId: occurrence.id,
      notedById: one.member.id,
      notedAt: noon,
    };
    await store.db.attendance.createMany({
      data: [
        { ...noted, memberId: one.member.id, came: true, worth: true },
        { ...noted, memberId: two.member.id, came: false },
      ],
    });
    await join(store, two, one);
    const attendances = await store.db.attendance.findMany();
    assert.deepEqual(
      attendances.map(({ memberId, came, worth, notedById }) => [memberId, came, worth, notedById]),
      [[two.member.id, true, true, two.member.id]],
    );
  });

  it('are shown by the cards that named either of them', async (t) => {
    const { store, one, two } = await begin(t, callCircle);
    await say(one, 'yes');
    await store.db.delivery.updateMany({ data: { status: 'leased' } });
    await join(store, two, one);
    assert.deepEqual(await told(store, 'card.edit'), ['everybody', 'everybody']);
  });
});

it('shows on the card of a conversation who somebody is once their account is their own again', async (t) => {
  const { store, one, two } = await begin(t, callCircle);
  await say(one, 'yes');
  await join(store, one, two);
  await store.db.delivery.updateMany({ data: { status: 'leased' } });
  await unlinkAccount(await callAt(store, inDiscord, 'Member2'));
  assert.deepEqual(await told(store, 'card.edit'), ['everybody', 'everybody']);
});

describe('a member who leaves', () => {
  it('frees their seat for whoever waits, and waits for none', async (t) => {
    const { store, one, two, three } = await begin(t, callCircle, 2);
    for (const member of [one, two, three]) await say(member, 'yes');
    await leaveCoalition(one);
    assert.deepEqual(await answersIn(store), ['Member2 yes taken', 'Member3 yes offered']);
    await leaveCoalition(three);
    assert.deepEqual(await answersIn(store), ['Member2 yes taken']);
    assert.equal(await store.db.schedule.count({ where: { subject: 'rsvp' } }), 0);
  });

  it('stays on record of what is over, and comes to no more of a series', async (t) => {
    const { store, one } = await begin(t, callSeries);
    await say(one, 'yes', 'all');
    await leaveCoalition(later(one, '2027-03-08T12:00:00Z'));
    assert.deepEqual(await answersIn(store, 1), ['Member1 yes taken']);
    assert.deepEqual(await answersIn(store, 2), []);
    assert.equal(await store.db.standingAnswer.count(), 0);
  });

  it('frees no seat for two, where two leave at once', async (t) => {
    const { store, maria, one, two, three } = await begin(t, callCircle, 2);
    const [, , , four = maria] = await gather(store, 4);
    for (const member of [one, two, three, four]) await say(member, 'yes');
    await Promise.all([leaveCoalition(one), leaveCoalition(two)]);
    assert.deepEqual(await answersIn(store), ['Member3 yes offered', 'Member4 yes offered']);
  });
});

describe('who answered all of a series', () => {
  /** Shortly before the last of the times that are planned at first. */
  const renewing = '2027-08-20T12:00:00Z';

  it('comes to what is planned later, who said so first first, as far as there are seats', async (t) => {
    const { store, maria, one, two, three } = await begin(t, callSeries, 2);
    for (const member of [two, three, one]) await say(member, 'yes', 'all');
    const planned = await store.db.occurrence.count();
    await renewSeries(later(maria, renewing), circle);
    assert.deepEqual(await answersIn(store, planned + 1), [
      'Member2 yes taken',
      'Member3 yes taken',
      'Member1 yes waiting',
    ]);
  });

  it('is not missed where it is planned at the very moment', async (t) => {
    const { store, maria, one } = await begin(t, callSeries);
    await Promise.all([say(later(one, renewing), 'yes', 'all'), renewSeries(later(maria, renewing), circle)]);
    const coming = await store.db.occurrence.count({ where: { endsAt: { gt: new Date(renewing) } } });
    assert.equal(await store.db.rsvp.count({ where: { seat: 'taken' } }), coming);
  });

  it('does not come to what is planned later once they have left', async (t) => {
    const { store, maria, one } = await begin(t, callSeries);
    await say(one, 'yes', 'all');
    await store.db.member.update({ where: { id: one.member.id }, data: { leftAt: noon } });
    const planned = await store.db.occurrence.count();
    await renewSeries(later(maria, renewing), circle);
    assert.deepEqual(await answersIn(store, planned + 1), []);
  });
});
