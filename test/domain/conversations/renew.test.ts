import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { endSeries, renewSeries } from '../../../src/domain/conversations/renew.ts';
import { callCircle, callSeries } from '../../support/conversations.ts';
import { foundOnBoth, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, later, occurrencesIn, tickAt } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };

/** A series on every first Wednesday, planned from March to September; in August its facilitator is asked. */
async function begin(t: TestContext) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await callSeries(maria, { capacity: 2, when: again('2027-03-03T18:00', 'FREQ=MONTHLY;BYDAY=1WE') });
  const inAugust = later(maria, '2027-08-19T12:00:00Z');
  return { store, maria, juan, inAugust };
}

describe('a series that comes to its end', () => {
  it('asks whoever leads it whether it shall go on', async (t) => {
    const { store, maria } = await begin(t);
    await tickAt(store, '2027-08-18T18:00:00Z');
    const letters = await store.db.delivery.findMany({ where: { letter: 'conversation.renewal' } });
    assert.deepEqual(
      letters.map(({ recipientId, subjectId }) => [recipientId, subjectId === maria.member.id]),
      [[maria.member.id, false]],
    );
    assert.deepEqual(await occurrencesIn(store, 'conversation.renewal'), ['2027-08-18T18:00 pending']);
  });

  it('goes on for six months, numbered on, for those who come to all of it, too', async (t) => {
    const { store, juan, inAugust } = await begin(t);
    await answerOccurrence(juan, circle, 'yes', 'all');
    const before = await store.db.occurrence.count();
    const { planned, until } = await renewSeries(inAugust, circle);
    assert.deepEqual([before, planned, until], [7, 6, '2028-03-03']);
    const last = await store.db.occurrence.findFirstOrThrow({ orderBy: { number: 'desc' }, include: { rsvps: true } });
    assert.deepEqual([last.number, last.wall, last.rsvps.length], [13, '2028-03-01T18:00', 1]);
    const renewal = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.renewal' } });
    assert.deepEqual(renewal.nextAt, new Date('2028-02-16T18:00Z'));
  });

  it('is renewed once, however often that is pressed', async (t) => {
    const { store, maria, inAugust } = await begin(t);
    await Promise.all([renewSeries(inAugust, circle), renewSeries(inAugust, circle)]);
    const again = await renewSeries(inAugust, circle);
    assert.deepEqual([again.planned, again.until], [0, '2028-03-03']);
    assert.equal(await store.db.occurrence.count(), 13);
    assert.equal((await renewSeries(maria, circle)).planned, 0);
  });

  it('can go on after its last time, from then on', async (t) => {
    const { store, maria } = await begin(t);
    const { planned } = await renewSeries(later(maria, '2027-11-10T12:00:00Z'), circle);
    assert.equal(planned, 6);
    const next = await store.db.occurrence.findFirstOrThrow({ where: { number: 8 } });
    assert.equal(next.wall, '2027-12-01T18:00');
  });

  it('ends with its last planned time where somebody lets it, and asks no more', async (t) => {
    const { store, inAugust } = await begin(t);
    const { until } = await endSeries(inAugust, circle);
    const conversation = await store.db.conversation.findFirstOrThrow();
    assert.deepEqual([until, conversation.rule], ['2027-09-01', 'FREQ=MONTHLY;BYDAY=1WE;UNTIL=20270901']);
    assert.equal(await store.db.schedule.count({ where: { letter: 'conversation.renewal' } }), 0);
    await endSeries(inAugust, circle);
    assert.equal(await store.db.audit.count({ where: { verb: 'conversation.ended' } }), 1);
    await refuses('conversation.never', renewSeries(inAugust, circle));
  });

  it('is for whoever leads it to decide, of a series that is not called off', async (t) => {
    const { maria, juan, inAugust } = await begin(t);
    await refuses('access.not-yours', renewSeries({ ...juan, now: inAugust.now }, circle));
    await refuses('access.not-yours', endSeries({ ...juan, now: inAugust.now }, circle));
    await cancelOccurrence(maria, circle, { dates: 'all' });
    await refuses('conversation.cancelled', renewSeries(inAugust, circle));
    await callCircle(maria);
    await refuses('conversation.over', endSeries(maria, { number: 2, occurrence: null }));
  });
});
