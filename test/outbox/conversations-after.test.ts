import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOccurrence } from '../../src/domain/conversations/answer.ts';
import { renewSeries } from '../../src/domain/conversations/renew.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { actor } from '../support/acting.ts';
import { callCircle, callSeries } from '../support/conversations.ts';
import { conversationFates, goTo, notifiedBy, postsAbout } from '../support/saying.ts';
import { type Sending, startSending } from '../support/sending.ts';
import { again, later, tickAt } from '../support/ticking.ts';

const first = { number: 1, occurrence: null };
const say = (acting: Acting, answer: 'yes' | 'maybe' | 'no' = 'yes') => answerOccurrence(acting, first, answer, 'this');
const inSlack = ({ slack }: Sending) => actor(slack, 'Sam');
const inDiscord = ({ discord }: Sending) => actor(discord, 'Kai');

/** What somebody would write into the closing form, written into the store. */
async function close({ store, maria, sam, clock }: Sending, notes = 'We were many.'): Promise<void> {
  const { id } = await store.db.occurrence.findFirstOrThrow({ orderBy: { startsAt: 'asc' } });
  const coalitionId = maria.coalition.id;
  const now = clock.now();
  const task = await addTask(maria, { title: 'Call the food bank', owner: { type: 'me' } });
  await store.db.task.update({ where: { id: task.id }, data: { occurrenceId: id } });
  await store.db.decision.create({
    data: { coalitionId, occurrenceId: id, text: 'We meet in the library.', position: 1, createdAt: now },
  });
  await store.db.attendance.create({
    data: {
      ...{ coalitionId, occurrenceId: id, memberId: sam.member.id, came: true },
      ...{ notedById: maria.member.id, notedAt: now },
    },
  });
  await store.db.occurrence.update({ where: { id }, data: { state: 'closed', notes, guests: 1, closedAt: now } });
}

describe('whoever leads a conversation', () => {
  it('is asked what came of it when it is over, in the space or directly', async (t) => {
    for (const reminders of ['here', 'dm'] as const) {
      const sending = await startSending(t);
      const { maria, store, slack, drain } = sending;
      await store.db.person.update({ where: { id: maria.person.id }, data: { reminders } });
      await callCircle(maria);
      await drain();
      await goTo(sending, '2027-03-03T19:00:00Z');
      const viewer = actor(slack, 'Maria', reminders === 'dm' ? 'direct' : undefined);
      const [post, ...others] = postsAbout(viewer, /What came of it/);
      assert.match(post ?? '', /C-1 · Listening circle is over.*Write it down/);
      assert.deepEqual(others, []);
      assert.deepEqual(notifiedBy(viewer, /What came of it/), reminders === 'here' ? [viewer.id] : []);
    }
  });

  it('is not asked where it was closed before', async (t) => {
    const sending = await startSending(t);
    await callCircle(sending.maria);
    await sending.drain();
    sending.clock.moveTo(new Date('2027-03-03T18:50:00Z'));
    await close(sending);
    await goTo(sending, '2027-03-03T19:00:00Z');
    assert.deepEqual(await conversationFates(sending, 'closing'), ['slack Maria skipped no-longer-true']);
    assert.match(inSlack(sending).posts().join(), /It is over\. When.*Came: 1 member, 1 guest/);
  });

  it('is asked the next morning where it ends in their quiet hours, and can answer in the digest', async (t) => {
    const sending = await startSending(t);
    const { maria, store, drain } = sending;
    const quiet = { quietFrom: '18:30', quietTo: '08:00' };
    await store.db.person.update({ where: { id: maria.person.id }, data: quiet });
    await callCircle(maria);
    await callCircle(maria, { title: 'Council' });
    await drain();
    await goTo(sending, '2027-03-03T19:00:00Z');
    assert.deepEqual(postsAbout(inSlack(sending), /What came of it/), []);
    await goTo(sending, '2027-03-04T08:00:00Z');
    const [digest, ...others] = postsAbout(inSlack(sending), /What came of it/);
    assert.match(
      digest ?? '',
      /this waited for you:.*C-1 · Listening circle is over.*Write it down.*C-2 · Council is over.*Write it down/,
    );
    assert.deepEqual(others, []);
  });

  it('is asked whether a series shall go on, and not any more once it does', async (t) => {
    const sending = await startSending(t);
    const { maria, store, clock, drain } = sending;
    await callSeries(maria, { when: again('2027-03-03T18:00', 'FREQ=MONTHLY;BYDAY=1WE') });
    await drain();
    const { nextAt } = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.renewal' } });
    const asked = nextAt?.toISOString() ?? '';
    await tickAt(store, new Date(Date.parse(asked) - 10_000));
    await drain();
    const said = /no dates are planned after .*September 1, 2027.*Shall it go on\?.*Six more months Let it end/;
    clock.moveTo(new Date(asked));
    await drain();
    assert.equal(postsAbout(inSlack(sending), said).length, 1);
    await renewSeries(later(maria, asked), first);
    const { nextAt: next } = await store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.renewal' } });
    await tickAt(store, next ?? '');
    await renewSeries(later(maria, next?.toISOString() ?? ''), first);
    clock.moveTo(next ?? new Date());
    await drain();
    assert.deepEqual(await conversationFates(sending, 'renewal'), [
      'slack Maria sent',
      'slack Maria skipped no-longer-true',
    ]);
  });
});

describe('those who came', () => {
  it('are asked an hour later whether it was worth it, unless they have said so', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, store, drain } = sending;
    await callCircle(maria, { capacity: 3 });
    for (const acting of [maria, sam, kai]) await say(acting);
    await drain();
    await goTo(sending, '2027-03-03T19:00:00Z');
    const { id: occurrenceId, coalitionId } = await store.db.occurrence.findFirstOrThrow();
    await store.db.attendance.create({
      data: {
        ...{ coalitionId, occurrenceId, memberId: sam.member.id, came: true, worth: false },
        ...{ notedById: sam.member.id, notedAt: new Date('2027-03-03T19:30:00Z') },
      },
    });
    await goTo(sending, '2027-03-03T20:00:00Z');
    const asked = /were you there.*Yes, it was worth it Yes, but it was not I was not there/;
    assert.equal(postsAbout(inSlack(sending), asked).length, 1);
    assert.deepEqual(notifiedBy(inSlack(sending), asked), [maria.account.accountId]);
    assert.deepEqual(notifiedBy(inDiscord(sending), asked), [inDiscord(sending).id]);
  });
});

describe('the coalition', () => {
  it('is told two days later what came of it', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, clock, drain } = sending;
    await callCircle(maria);
    await say(sam);
    await drain();
    clock.moveTo(new Date('2027-03-03T19:20:00Z'));
    await close(sending);
    await goTo(sending, '2027-03-05T11:00:00Z');
    for (const viewer of [inSlack(sending), inDiscord(sending)]) {
      const [summary] = postsAbout(viewer, /Took place/);
      assert.match(
        summary ?? '',
        /Came: 1 member, 1 guest.*Decisions.*library\..*T-1 · Call.*Maria · open.*Notes.*many/,
      );
      assert.deepEqual(notifiedBy(viewer, /Took place/), []);
    }
  });

  it('is told what those say who came where nobody wrote down what came of it', async (t) => {
    const sending = await startSending(t);
    const { maria, kai, store, drain } = sending;
    await callCircle(maria);
    await drain();
    const { id: occurrenceId, coalitionId } = await store.db.occurrence.findFirstOrThrow();
    await store.db.attendance.create({
      data: {
        ...{ coalitionId, occurrenceId, memberId: kai.member.id, came: true, worth: true },
        ...{ notedById: kai.member.id, notedAt: new Date('2027-03-03T20:10:00Z') },
      },
    });
    await goTo(sending, '2027-03-05T11:00:00Z');
    for (const viewer of [inSlack(sending), inDiscord(sending)])
      assert.equal(postsAbout(viewer, /Say they were there: 1 member.*Worth it: 1 of 1/).length, 1);
  });

  it('hears nothing of what nobody closed', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain } = sending;
    await callCircle(maria);
    await say(sam);
    await drain();
    await goTo(sending, '2027-03-05T11:00:00Z');
    assert.deepEqual(await conversationFates(sending, 'summary'), [
      'discord skipped nothing-to-say',
      'slack skipped nothing-to-say',
    ]);
  });
});

describe('whoever waits for a seat', () => {
  it('is offered one that comes free, and told when it has gone to the next', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, drain } = sending;
    await callCircle(maria, { capacity: 1 });
    for (const acting of [maria, sam, kai]) await say(acting);
    await drain();
    await say(maria, 'no');
    await drain();
    const offer = /A seat is free for you: C-1 · Listening circle.*by .*March 2, 2027.*Take it Let it go/;
    assert.equal(postsAbout(inSlack(sending), offer).length, 1);
    assert.deepEqual(notifiedBy(inSlack(sending), offer), [inSlack(sending).id]);
    await goTo(sending, '2027-03-02T00:01:00Z');
    assert.equal(postsAbout(inSlack(sending), /held for you no longer.*Whoever waits next is asked/).length, 1);
    assert.equal(postsAbout(inDiscord(sending), /A seat is free for you/).length, 1);
  });

  it('is not offered one that they have taken or let go before they could be told', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, drain } = sending;
    await callCircle(maria, { capacity: 1 });
    for (const acting of [maria, sam, kai]) await say(acting);
    await say(maria, 'no');
    await say(sam, 'no');
    await say(kai);
    await drain();
    assert.deepEqual(await conversationFates(sending, 'offered'), [
      'discord Kai skipped no-longer-true',
      'slack Sam skipped no-longer-true',
    ]);
  });

  it('is told that it is theirs where nobody has to be asked', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain } = sending;
    await callCircle(maria, { capacity: 1 });
    for (const acting of [maria, sam]) await say(acting);
    await drain();
    sending.clock.moveTo(new Date('2027-03-03T17:55:00Z'));
    await say(later(maria, '2027-03-03T17:55:00Z'), 'no');
    await drain();
    assert.equal(postsAbout(inSlack(sending), /now you have a seat: C-1/).length, 1);
  });
});

describe('somebody who is asked for', () => {
  it('hears from whom and what for, and can answer', async (t) => {
    const sending = await startSending(t);
    const { maria, drain } = sending;
    await callCircle(maria, { with: { type: 'name', name: 'Kai' } });
    await callCircle(maria, { title: 'Council', facilitator: { type: 'name', name: 'Sam' } });
    await drain();
    assert.match(inDiscord(sending).posts().join(), /Maria would like to talk with you: C-1.*Yes No/);
    const leading = /Maria would like you to lead C-2 · Council/;
    assert.deepEqual(notifiedBy(inSlack(sending), leading), [inSlack(sending).id]);
    // What two talk about alone has its card only where it was called.
    assert.deepEqual(postsAbout(inDiscord(sending), /C-1 .*Led by/), []);
    assert.equal(postsAbout(inSlack(sending), /C-1 .*Led by/).length, 1);
  });

  it('hears nothing of it where they have answered or been replaced before', async (t) => {
    const sending = await startSending(t);
    const { maria, kai, store, drain } = sending;
    await callCircle(maria, { with: { type: 'name', name: 'Kai' } });
    await callCircle(maria, { title: 'Council', facilitator: { type: 'name', name: 'Sam' } });
    await say(kai);
    await store.db.conversation.updateMany({ where: { number: 2 }, data: { facilitatorId: maria.member.id } });
    await drain();
    assert.deepEqual(await conversationFates(sending, 'asked'), [
      'discord Kai skipped no-longer-true',
      'slack Sam skipped no-longer-true',
    ]);
  });
});
