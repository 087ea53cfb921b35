import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { type ConversationChanges, editConversation, getEditable } from '../../../src/domain/conversations/edit.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { answersIn, callCircle, callSeries, gather, told } from '../../support/conversations.ts';
import { foundOnBoth, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const edit = (acting: Acting, changes: Partial<ConversationChanges>) =>
  editConversation(acting, circle, { title: 'Listening circle', ...changes });

async function begin(t: TestContext, call = callCircle) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await call(maria);
  return { store, maria, juan };
}

describe('editing a conversation', () => {
  it('takes what the form says, and empties what it leaves out', async (t) => {
    const { store, maria } = await begin(t, (acting) =>
      callCircle(acting, { where: 'Library', capacity: 5, duration: 30 }),
    );
    const edited = await edit(maria, { title: 'Open circle', purpose: 'To hear one another' });
    assert.deepEqual([edited.title, edited.place, edited.purpose], ['Open circle', null, 'To hear one another']);
    assert.deepEqual([edited.rsvps.capacity, edited.minutes], [null, 30]);
    const [audit] = await store.db.audit.findMany({ where: { verb: 'conversation.edited' } });
    assert.deepEqual(audit?.data, { fields: ['title', 'place', 'purpose', 'capacity'] });
  });

  it('holds for all times that are to come, and their cards and calendars', async (t) => {
    const { store, maria } = await begin(t, callSeries);
    await edit(later(maria, '2027-03-04T12:00:00Z'), { where: 'Town hall' });
    const rows = await store.db.occurrence.findMany({ orderBy: { number: 'asc' } });
    assert.deepEqual([rows[0]?.sequence, rows[0]?.version], [0, 1]);
    assert.ok(rows.slice(1).every(({ sequence, version }) => sequence === 1 && version === 2));
  });

  it('ends later where it takes longer, and says so at the new end', async (t) => {
    const { store, maria } = await begin(t, callSeries);
    await edit(maria, { duration: 120 });
    const rows = await store.db.occurrence.findMany();
    assert.ok(rows.every(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() === 120 * 60_000));
    const closing = await store.db.schedule.findFirstOrThrow({
      where: { letter: 'conversation.closing' },
      orderBy: { nextAt: 'asc' },
    });
    assert.deepEqual(closing.nextAt, new Date('2027-03-03T20:00Z'));
    assert.equal(await store.db.delivery.count({ where: { letter: 'conversation.card.post' } }), 2);
  });

  it('gives more seats to those who wait, and throws nobody out where there are fewer', async (t) => {
    const { store, maria } = await begin(t, (acting) => callCircle(acting, { capacity: 2 }));
    for (const member of await gather(store, 4)) await answerOccurrence(member, circle, 'yes', 'this');
    await edit(maria, { capacity: 3 });
    assert.deepEqual(await answersIn(store), [
      'Member1 yes taken',
      'Member2 yes taken',
      'Member3 yes offered',
      'Member4 yes waiting',
    ]);
    const edited = await edit(maria, { capacity: 2 });
    assert.deepEqual([edited.rsvps.coming, edited.rsvps.offered, edited.rsvps.waiting], [2, 1, 1]);
  });

  it('names another facilitator, who is told', async (t) => {
    const { store, maria, juan } = await begin(t);
    const edited = await edit(maria, { facilitator: { type: 'name', name: 'Juan' } });
    assert.equal(edited.facilitatorId, juan.member.id);
    assert.deepEqual(await told(store, 'asked'), ['Juan']);
    await edit(juan, { title: 'Juan’s circle' });
    assert.deepEqual(await told(store, 'asked'), ['Juan']);
  });

  it('changes nothing where nothing is different', async (t) => {
    const { store, maria } = await begin(t);
    await edit(maria, {});
    assert.equal(await store.db.audit.count({ where: { verb: 'conversation.edited' } }), 0);
    assert.equal((await store.db.occurrence.findFirstOrThrow()).sequence, 0);
  });

  it('is for whoever leads it, before it is over', async (t) => {
    const { maria, juan } = await begin(t);
    await refuses('access.not-yours', edit(juan, {}));
    await refuses('access.not-yours', getEditable(juan, circle));
    await refuses('conversation.over', edit(later(maria, '2027-03-03T19:00:00Z'), {}));
  });

  it('loses no answer that is given meanwhile', async (t) => {
    const { store, maria } = await begin(t, (acting) => callCircle(acting, { capacity: 4 }));
    const members = await gather(store, 8);
    await Promise.all([
      ...members.map((member) => answerOccurrence(member, circle, 'yes', 'this')),
      edit(maria, { capacity: 4, where: 'Town hall' }),
      edit(maria, { capacity: 4, purpose: 'To hear one another' }),
    ]);
    assert.equal(await store.db.rsvp.count({ where: { seat: 'taken' } }), 4);
    assert.equal(await store.db.rsvp.count({ where: { seat: 'waiting' } }), 4);
  });
});
