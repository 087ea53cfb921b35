import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { NamedTime } from '../../../src/core/param.ts';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { rescheduleOccurrence } from '../../../src/domain/conversations/reschedule.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { callCircle, callSeries, told } from '../../support/conversations.ts';
import { actAt, foundOnBoth, inDiscord, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, later, tickAt } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const on = (wall: string, zone = 'UTC'): NamedTime => ({ wall, zone, timed: true, at: toInstant(wall, zone) });
const day = (wall: string): NamedTime => ({ wall, zone: 'UTC', timed: false, at: toInstant(`${wall}T23:59`, 'UTC') });
const answer = (acting: Acting, said: 'yes' | 'maybe' | 'no') => answerOccurrence(acting, circle, said, 'this');

async function begin(t: TestContext, call = callCircle) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await call(maria);
  return { store, maria, juan };
}

describe('moving a conversation', () => {
  it('tells who said yes or maybe at once, and keeps their answers', async (t) => {
    const { store, maria, juan } = await begin(t);
    const [kim, ana] = [await actAt(store, inSlack, 'Kim'), await actAt(store, inDiscord, 'Ana')];
    await answer(maria, 'yes');
    await answer(juan, 'maybe');
    await answer(kim, 'no');
    const { occurrence, from } = await rescheduleOccurrence(maria, circle, on('2027-03-04T19:00'));
    assert.deepEqual([occurrence.wall, occurrence.movedFrom], ['2027-03-04T19:00', '2027-03-03T18:00']);
    assert.deepEqual([occurrence.startsAt, from], [new Date('2027-03-04T19:00Z'), new Date('2027-03-03T18:00Z')]);
    assert.deepEqual(occurrence.endsAt, new Date('2027-03-04T20:00Z'));
    assert.deepEqual([occurrence.rsvps.coming, occurrence.rsvps.maybe, occurrence.rsvps.declined], [1, 1, 1]);
    const letters = await store.db.delivery.findMany({ where: { letter: 'conversation.moved' } });
    assert.deepEqual(new Set(letters.map(({ spaceId }) => spaceId)), new Set([maria.space?.id, juan.space?.id]));
    assert.ok(letters.every(({ urgent, data }) => urgent && JSON.stringify(data).includes('2027-03-03T18:00')));
    assert.equal(ana.member.leftAt, null);
    // No second invitation: the card is the one that stands.
    assert.equal(await store.db.delivery.count({ where: { letter: 'conversation.card.post' } }), 2);
  });

  it('says everything by the new time, and calendars take it over', async (t) => {
    const { store, maria } = await begin(t);
    await rescheduleOccurrence(maria, circle, on('2027-03-10T07:00'));
    const soon = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.soon' } });
    const tomorrow = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.tomorrow' } });
    assert.deepEqual([soon.nextAt, tomorrow.nextAt], [new Date('2027-03-10T06:45Z'), new Date('2027-03-09T11:00Z')]);
    assert.equal(await store.db.schedule.count({ where: { letter: 'conversation.today' } }), 0);
    const row = await store.db.occurrence.findFirstOrThrow();
    assert.deepEqual([row.sequence, row.changedAt, row.plannedWall], [1, maria.now, '2027-03-03T18:00']);
  });

  it('takes back what was about to be said for the old time', async (t) => {
    const { store, maria } = await begin(t);
    await answer(maria, 'yes');
    await tickAt(store, '2027-03-02T11:00:00Z');
    const { key } = await store.db.delivery.findFirstOrThrow({ where: { letter: 'conversation.tomorrow' } });
    await rescheduleOccurrence(later(maria, '2027-03-02T10:59:50Z'), circle, on('2027-03-10T18:00'));
    const [scheduleId = ''] = key?.split('@') ?? [];
    assert.equal(await store.db.schedule.count({ where: { id: scheduleId } }), 0);
  });

  it('keeps the hour where only a day is named, by the clocks of the conversation', async (t) => {
    const { store, maria } = await begin(t);
    const { occurrence } = await rescheduleOccurrence(maria, circle, day('2027-03-09'));
    assert.equal(occurrence.wall, '2027-03-09T18:00');
    const { occurrence: moved } = await rescheduleOccurrence(maria, circle, on('2027-03-11T19:00', 'America/Chicago'));
    assert.deepEqual([moved.wall, moved.zone], ['2027-03-12T01:00', 'UTC']);
    assert.equal(await store.db.delivery.count({ where: { letter: 'conversation.moved' } }), 0);
  });

  it('touches one time of a series and no other: the next, or the one that is named', async (t) => {
    const { store, maria } = await begin(t, callSeries);
    const before = await store.db.occurrence.findMany({ where: { number: { gt: 2 } }, orderBy: { number: 'asc' } });
    const { occurrence } = await rescheduleOccurrence(maria, circle, on('2027-03-04T18:00'));
    assert.deepEqual([occurrence.number, occurrence.occurrence], [1, 1]);
    const named = await rescheduleOccurrence(maria, { number: 1, occurrence: 2 }, on('2027-03-11T18:00'));
    assert.equal(named.occurrence.occurrence, 2);
    const after = await store.db.occurrence.findMany({ where: { number: { gt: 2 } }, orderBy: { number: 'asc' } });
    assert.deepEqual(after, before);
    const conversation = await store.db.conversation.findFirstOrThrow();
    assert.deepEqual([conversation.wall, conversation.rule], ['2027-03-03T18:00', 'FREQ=WEEKLY;BYDAY=WE']);
  });

  it('posts no second card for a time that has one, and one in time for a time that has none', async (t) => {
    const { store, maria } = await begin(t, (acting) =>
      callCircle(acting, { when: again('2027-03-03T18:00', 'FREQ=MONTHLY;BYMONTHDAY=3') }),
    );
    const posts = () => store.db.delivery.count({ where: { letter: 'conversation.card.post' } });
    await rescheduleOccurrence(maria, circle, on('2027-03-20T18:00'));
    assert.equal(await posts(), 2);
    // The second is brought forward to within a week: its card comes when the first is over.
    await rescheduleOccurrence(maria, { number: 1, occurrence: 2 }, on('2027-03-22T18:00'));
    const post = await store.db.schedule.findFirstOrThrow({
      where: { letter: 'conversation.card.post' },
      orderBy: { nextAt: 'asc' },
    });
    assert.deepEqual(post.nextAt, new Date('2027-03-20T19:00Z'));
    await rescheduleOccurrence(
      later(maria, '2027-03-20T20:00:00Z'),
      { number: 1, occurrence: 2 },
      on('2027-03-23T18:00'),
    );
    assert.equal(await posts(), 4);
  });

  it('changes and says nothing where it is then anyway', async (t) => {
    const { store, maria } = await begin(t);
    await answer(maria, 'yes');
    const before = await store.db.occurrence.findFirstOrThrow();
    await rescheduleOccurrence(maria, circle, on('2027-03-03T18:00'));
    assert.deepEqual(await store.db.occurrence.findFirstOrThrow(), before);
    assert.deepEqual(await told(store, 'moved'), []);
  });

  it('is for whoever leads it, to a time that is to come, of what is not over', async (t) => {
    const { store, maria, juan } = await begin(t);
    await refuses('access.not-yours', rescheduleOccurrence(juan, circle, on('2027-03-04T18:00')));
    await store.db.member.updateMany({ where: { id: juan.member.id }, data: { role: 'facilitator' } });
    const facilitator = await actAt(store, inDiscord, 'Juan');
    await rescheduleOccurrence(facilitator, circle, on('2027-03-04T18:00'));
    await refuses('input.date-past', rescheduleOccurrence(maria, circle, on('2027-03-01T11:00')));
    await refuses(
      'conversation.not-found',
      rescheduleOccurrence(maria, { number: 2, occurrence: null }, on('2027-03-04T18:00')),
    );
    const over = later(maria, '2027-03-04T19:00:00Z');
    await refuses('conversation.over', rescheduleOccurrence(over, circle, on('2027-03-05T18:00')));
    await cancelOccurrence(maria, circle, { dates: 'this' });
    await refuses('conversation.cancelled', rescheduleOccurrence(maria, circle, on('2027-03-05T18:00')));
  });

  it('is right when two move it at the same moment', async (t) => {
    const { store, maria } = await begin(t);
    await answer(maria, 'yes');
    const [early, late] = await Promise.all(
      ['2027-03-04T18:00', '2027-03-05T18:00'].map((wall) => rescheduleOccurrence(maria, circle, on(wall))),
    );
    const row = await store.db.occurrence.findFirstOrThrow();
    assert.ok([early?.occurrence.wall, late?.occurrence.wall].includes(row.wall));
    assert.equal(row.sequence, 2);
    const soon = await store.db.schedule.findMany({ where: { letter: 'conversation.soon' } });
    assert.deepEqual(
      soon.map(({ nextAt }) => nextAt),
      [new Date(row.startsAt.getTime() - 15 * 60_000)],
    );
  });
});
