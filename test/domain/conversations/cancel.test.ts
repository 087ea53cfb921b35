import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { callCircle, callSeries, gather, told } from '../../support/conversations.ts';
import { foundOnBoth, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later, tickAt } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const second = { number: 1, occurrence: 2 };
const reason = 'The hall is closed';

async function begin(t: TestContext, call = callCircle) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await call(maria);
  return { store, maria, juan };
}

describe('calling a conversation off', () => {
  it('tells who said yes or maybe, and says nothing more of it', async (t) => {
    const { store, maria, juan } = await begin(t);
    await answerOccurrence(maria, circle, 'yes', 'this');
    await answerOccurrence(juan, circle, 'no', 'this');
    const { occurrence, count } = await cancelOccurrence(maria, circle, { reason, dates: 'this' });
    assert.deepEqual([occurrence.state, occurrence.cancelReason, count], ['cancelled', reason, 1]);
    const letters = await store.db.delivery.findMany({ where: { letter: 'conversation.cancelled' } });
    assert.deepEqual(
      letters.map(({ spaceId, urgent }) => [spaceId, urgent]),
      [[maria.space?.id, true]],
    );
    assert.equal(await store.db.schedule.count({ where: { subject: { in: ['occurrence', 'conversation'] } } }), 0);
    assert.equal((await store.db.conversation.findFirstOrThrow()).state, 'cancelled');
    const row = await store.db.occurrence.findFirstOrThrow();
    assert.deepEqual([row.sequence, row.changedAt], [1, maria.now]);
    await tickAt(store, '2027-03-03T18:00:00Z');
    assert.equal(await store.db.delivery.count({ where: { letter: 'conversation.soon' } }), 0);
  });

  it('ends the offers of its seats', async (t) => {
    const { store, maria } = await begin(t, (acting) => callCircle(acting, { capacity: 2 }));
    const members = await gather(store, 3);
    for (const member of members) await answerOccurrence(member, circle, 'yes', 'this');
    const [first] = members;
    assert.ok(first);
    await answerOccurrence(first, circle, 'no', 'this');
    assert.equal(await store.db.schedule.count({ where: { subject: 'rsvp' } }), 1);
    await cancelOccurrence(maria, circle, { dates: 'this' });
    assert.equal(await store.db.schedule.count({ where: { subject: 'rsvp' } }), 0);
    assert.equal(await store.db.rsvp.count({ where: { seat: 'offered' } }), 0);
  });

  it('leaves the other times of a series, or leaves none', async (t) => {
    const { store, maria, juan } = await begin(t, callSeries);
    await answerOccurrence(juan, circle, 'yes', 'all');
    await answerOccurrence(maria, second, 'maybe', 'this');
    const one = await cancelOccurrence(maria, second, { reason, dates: 'this' });
    assert.equal(one.occurrence.occurrence, 2);
    assert.equal(await store.db.occurrence.count({ where: { state: 'cancelled' } }), 1);
    assert.equal((await store.db.conversation.findFirstOrThrow()).state, 'planned');
    assert.equal(await store.db.delivery.count({ where: { letter: 'conversation.cancelled' } }), 2);
    const all = await cancelOccurrence(maria, circle, { dates: 'all' });
    assert.equal(all.count, (await store.db.occurrence.count()) - 1);
    assert.equal(await store.db.occurrence.count({ where: { state: 'planned' } }), 0);
    assert.equal(await store.db.schedule.count({ where: { subject: { in: ['occurrence', 'conversation'] } } }), 0);
    assert.equal((await store.db.conversation.findFirstOrThrow()).state, 'cancelled');
  });

  it('tells each once of a whole series, and not those who came to another time alone', async (t) => {
    const { store, maria, juan } = await begin(t, callSeries);
    const [kim] = await gather(store, 1);
    assert.ok(kim);
    await answerOccurrence(kim, circle, 'yes', 'this');
    const afterwards = later(maria, '2027-03-04T12:00:00Z');
    await answerOccurrence({ ...juan, now: afterwards.now }, circle, 'yes', 'all');
    await cancelOccurrence(afterwards, circle, { dates: 'all' });
    const letters = await store.db.delivery.findMany({ where: { letter: 'conversation.series-cancelled' } });
    assert.deepEqual(
      letters.map(({ spaceId }) => spaceId),
      [juan.space?.id],
    );
    assert.deepEqual(await told(store, 'cancelled'), []);
    // What is over stays on record.
    const first = await store.db.occurrence.findFirstOrThrow({ where: { number: 1 } });
    assert.equal(first.state, 'planned');
  });

  it('is for whoever leads it, once, while it is to come', async (t) => {
    const { store, maria, juan } = await begin(t);
    await refuses('access.not-yours', cancelOccurrence(juan, circle, { dates: 'this' }));
    await refuses(
      'conversation.over',
      cancelOccurrence(later(maria, '2027-03-03T19:00:00Z'), circle, { dates: 'this' }),
    );
    const twice = await Promise.allSettled([1, 2].map(() => cancelOccurrence(maria, circle, { dates: 'this' })));
    assert.deepEqual(twice.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await refuses('conversation.cancelled', cancelOccurrence(maria, circle, { dates: 'this' }));
    assert.equal(await store.db.audit.count({ where: { verb: 'conversation.cancelled' } }), 1);
  });

  it('is done once where two call a whole series off at the same moment, while others answer', async (t) => {
    const { store, maria } = await begin(t, callSeries);
    const members = await gather(store, 6);
    const work = [
      ...[1, 2].map(() => cancelOccurrence(maria, circle, { dates: 'all' })),
      ...members.map((member) => answerOccurrence(member, circle, 'yes', 'all')),
      cancelOccurrence(maria, second, { dates: 'this' }),
    ];
    const done = await Promise.allSettled(work);
    const failures = done.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    assert.ok(failures.length > 0);
    assert.deepEqual([...new Set(failures)], ['conversation.cancelled']);
    assert.equal(await store.db.occurrence.count({ where: { state: 'planned' } }), 0);
    const whole = await store.db.conversation.findFirstOrThrow();
    assert.equal(await store.db.audit.count({ where: { verb: 'conversation.cancelled', subjectId: whole.id } }), 1);
  });
});
