import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOccurrence } from '../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../src/domain/conversations/cancel.ts';
import { rescheduleOccurrence } from '../../src/domain/conversations/reschedule.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import type { Prisma, RsvpAnswer } from '../../src/store/generated/sqlite/client.ts';
import { toInstant } from '../../src/time/zones.ts';
import { actor } from '../support/acting.ts';
import { callCircle, callSeries } from '../support/conversations.ts';
import { conversationFates, goTo, notifiedBy, postsAbout } from '../support/saying.ts';
import { type Sending, startSending } from '../support/sending.ts';
import { later, tickAt } from '../support/ticking.ts';

const first = { number: 1, occurrence: null };
const say = (acting: Acting, answer: RsvpAnswer = 'yes') => answerOccurrence(acting, first, answer, 'this');
const when = (wall: string) => ({ wall, zone: 'UTC', timed: true, at: toInstant(wall, 'UTC') });
const change = ({ store }: Sending, { person }: Acting, data: Prisma.PersonUpdateInput) =>
  store.db.person.update({ where: { id: person.id }, data });

const viewers = ({ slack, discord }: Sending) => ({ sam: actor(slack, 'Sam'), kai: actor(discord, 'Kai') });
describe('the card of a conversation', () => {
  it('stands in every space, notifies nobody, and shows on both platforms who comes', async (t) => {
    const sending = await startSending(t);
    const { sam, kai, maria, drain } = sending;
    const seen = viewers(sending);
    await callCircle(maria, { capacity: 2, where: 'Library' });
    await drain();
    await say(sam);
    await say(kai);
    await drain();
    for (const viewer of [seen.sam, seen.kai]) {
      assert.equal(postsAbout(viewer, /C-1 · Listening circle/).length, 1);
      assert.match(viewer.posts().join(), /Coming: Sam and Kai.*Seats: full/);
      assert.deepEqual(notifiedBy(viewer, /Listening circle/), []);
    }
  });

  it('of a later time comes when the one before is over, which its own card then says', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, drain } = sending;
    const seen = viewers(sending);
    await callSeries(maria);
    for (const acting of [sam, kai]) await answerOccurrence(acting, first, 'yes', 'all');
    await drain();
    assert.deepEqual(postsAbout(seen.sam, /C-1\.2 /), []);
    await goTo(sending, '2027-03-03T19:00:00Z');
    assert.equal(postsAbout(seen.sam, /C-1\.1 · Listening circle It is over\..*Said yes: Sam and Kai/).length, 1);
    for (const viewer of [seen.sam, seen.kai]) {
      assert.equal(postsAbout(viewer, /C-1\.2 · Listening circle When.*Coming: Sam and Kai/).length, 1);
      assert.deepEqual(notifiedBy(viewer, /C-1\.2/), []);
    }
  });

  it('is not posted any more of what was called off before, and says so where it stands', async (t) => {
    const sending = await startSending(t);
    const { maria, drain } = sending;
    await callCircle(maria);
    await cancelOccurrence(maria, first, { dates: 'this' });
    await drain();
    assert.deepEqual(await conversationFates(sending, 'card.post'), [
      'discord skipped conversation-cancelled',
      'slack skipped conversation-cancelled',
    ]);
    await callCircle(maria, { title: 'Council' });
    await drain();
    await cancelOccurrence(maria, { number: 2, occurrence: null }, { dates: 'this', reason: 'No keys.' });
    await drain();
    for (const viewer of Object.values(viewers(sending)))
      assert.match(viewer.posts().join(), /C-2 · Council Cancelled\. Why: No keys\./);
  });

  it('that was deleted is edited no more, and the other one is', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain, discord } = sending;
    const seen = viewers(sending);
    await callCircle(maria);
    await drain();
    discord.deleteMessage(seen.kai.messages()[0]?.id ?? '');
    await say(sam);
    await drain();
    assert.match(seen.sam.posts().join(), /Coming: Sam/);
    assert.deepEqual(await conversationFates(sending, 'card.edit'), ['discord skipped card-gone', 'slack sent']);
    await say(sam, 'no');
    await drain();
    assert.deepEqual(await conversationFates(sending, 'card.edit'), [
      'discord skipped card-gone',
      'slack sent',
      'slack sent',
    ]);
    assert.deepEqual(seen.kai.posts(), []);
  });

  it('in a channel that is gone or closed is given up, and the other one is edited', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain, discord } = sending;
    const seen = viewers(sending);
    await callCircle(maria);
    await drain();
    discord.deleteChannel(seen.kai.channelId);
    await say(sam);
    await drain();
    await say(sam, 'maybe');
    await drain();
    assert.match(seen.sam.posts().join(), /Maybe: 1/);
    assert.deepEqual(await conversationFates(sending, 'card.edit'), [
      'discord failed unreachable',
      'slack sent',
      'slack sent',
    ]);
  });
});

describe('a reminder of a conversation', () => {
  it('is one post in each space where people said that they come, and names those who do by then', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, drain } = sending;
    const seen = viewers(sending);
    await callCircle(maria);
    for (const acting of [maria, sam, kai]) await say(acting);
    await say(maria, 'no');
    await drain();
    await goTo(sending, '2027-03-02T11:00:00Z');
    const [inSlack, inDiscord] = [seen.sam, seen.kai].map((viewer) => postsAbout(viewer, /is tomorrow/));
    assert.equal(inSlack?.length, 1);
    assert.equal(inDiscord?.length, 1);
    assert.deepEqual(notifiedBy(seen.sam, /is tomorrow/), [seen.sam.id]);
    assert.deepEqual(notifiedBy(seen.kai, /is tomorrow/), [seen.kai.id]);
    assert.match(inSlack?.join() ?? '', /I will be there I can’t make it/);
  });

  it('goes to those who said yes late as well, and to nobody who does not come any more', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, store, clock, drain } = sending;
    const seen = viewers(sending);
    await callCircle(maria);
    for (const acting of [sam, kai]) await say(acting);
    await drain();
    await tickAt(store, '2027-03-02T10:59:45Z');
    await say(later(maria, '2027-03-02T10:59:50Z'));
    await say(later(kai, '2027-03-02T10:59:50Z'), 'maybe');
    clock.moveTo(new Date('2027-03-02T11:00:00Z'));
    await drain();
    assert.deepEqual(notifiedBy(seen.sam, /is tomorrow/), [seen.sam.id, maria.account.accountId]);
    assert.deepEqual(await conversationFates(sending, 'tomorrow'), ['discord skipped nobody-to-tell', 'slack sent']);
  });

  it('comes directly to who wants that, and not to who wants none', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, slack, drain } = sending;
    await change(sending, sam, { reminders: 'dm' });
    await change(sending, kai, { reminders: 'off' });
    await callCircle(maria);
    for (const acting of [maria, sam, kai]) await say(acting);
    await drain();
    await goTo(sending, '2027-03-02T11:00:00Z');
    const seen = viewers(sending);
    assert.deepEqual(await conversationFates(sending, 'tomorrow'), ['slack Sam sent', 'slack sent']);
    assert.deepEqual(notifiedBy(seen.sam, /is tomorrow/), [maria.account.accountId]);
    assert.match(actor(slack, 'Sam', 'direct').posts().join(), /is tomorrow/);
  });

  it('names nobody who is away, and says so on record where it was for them alone', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, slack, drain } = sending;
    const seen = viewers(sending);
    await change(sending, sam, { awayUntil: '2027-03-04' });
    await change(sending, kai, { awayUntil: '2027-03-03T18:00', reminders: 'dm' });
    await callCircle(maria);
    for (const acting of [maria, sam, kai]) await say(acting);
    await drain();
    await goTo(sending, '2027-03-02T11:00:00Z');
    assert.deepEqual(await conversationFates(sending, 'tomorrow'), [
      'discord Kai skipped recipient-away',
      'slack sent',
    ]);
    assert.deepEqual(notifiedBy(seen.sam, /is tomorrow/), [maria.account.accountId]);
    await goTo(sending, '2027-03-03T17:45:00Z');
    assert.deepEqual(await conversationFates(sending, 'soon'), ['discord Kai skipped recipient-away', 'slack sent']);
    assert.deepEqual(notifiedBy(seen.sam, /begins soon/), [maria.account.accountId]);
    assert.deepEqual(actor(slack, 'Sam', 'direct').posts(), []);
  });

  it('says nothing where all whom it was for are away, and names them again once they are back', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain } = sending;
    const seen = viewers(sending);
    await change(sending, sam, { awayUntil: '2027-03-03' });
    await callCircle(maria);
    await say(sam);
    await drain();
    await goTo(sending, '2027-03-02T11:00:00Z');
    assert.deepEqual(await conversationFates(sending, 'tomorrow'), ['slack skipped nobody-to-tell']);
    await goTo(sending, '2027-03-03T08:00:00Z');
    assert.deepEqual(notifiedBy(seen.sam, /is today/), [seen.sam.id]);
  });

  it('is for each once, whatever they choose while it is on its way', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, store, clock, slack, drain } = sending;
    const seen = viewers(sending);
    await change(sending, sam, { reminders: 'dm' });
    await callCircle(maria);
    for (const acting of [maria, sam, kai]) await say(acting);
    await drain();
    await tickAt(store, '2027-03-02T10:59:45Z');
    await change(sending, sam, { reminders: 'here' });
    await change(sending, maria, { reminders: 'dm' });
    clock.moveTo(new Date('2027-03-02T11:00:00Z'));
    await drain();
    const named = seen.sam.messages().flatMap(({ payload }) => {
      const words = JSON.stringify(payload);
      return words.includes('is tomorrow') ? (words.match(/(?<="user_id":")[A-Z0-9]+/g) ?? []) : [];
    });
    assert.deepEqual(named.toSorted(), [seen.sam.id, maria.account.accountId].toSorted());
    assert.deepEqual(actor(slack, 'Sam', 'direct').posts(), []);
  });

  it('is not said to one who comes no more, nor of what was moved or called off', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, store, clock, drain } = sending;
    await change(sending, sam, { reminders: 'dm' });
    await callCircle(maria);
    await say(sam);
    await drain();
    const soon = '2027-03-02T10:59:45Z';
    await tickAt(store, soon);
    await say(later(sam, soon), 'no');
    clock.moveTo(new Date('2027-03-02T11:00:00Z'));
    await drain();
    assert.deepEqual(await conversationFates(sending, 'tomorrow'), ['slack Sam skipped not-coming']);
    await say(later(sam, soon));
    await tickAt(store, '2027-03-03T07:59:45Z');
    await rescheduleOccurrence(later(maria, '2027-03-03T07:59:50Z'), first, when('2027-03-04T18:00'));
    clock.moveTo(new Date('2027-03-03T08:00:00Z'));
    await drain();
    assert.deepEqual(await conversationFates(sending, 'today'), ['slack Sam skipped no-longer-true']);
    await tickAt(store, '2027-03-04T07:59:45Z');
    await cancelOccurrence(later(maria, '2027-03-04T07:59:50Z'), first, { dates: 'this' });
    clock.moveTo(new Date('2027-03-04T08:00:00Z'));
    await drain();
    assert.deepEqual(await conversationFates(sending, 'today'), [
      'slack Sam skipped conversation-cancelled',
      'slack Sam skipped no-longer-true',
    ]);
  });

  it('says so where it comes late, and calls the day by its name', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain } = sending;
    await callCircle(maria);
    await say(sam);
    await drain();
    await goTo(sending, '2027-03-03T07:30:00Z');
    const [post] = postsAbout(viewers(sending).sam, /This comes late/);
    assert.match(post ?? '', /is today:.*it was meant for .*March 2, 2027/);
  });

  it('leads to the place a quarter of an hour before, also in somebody’s quiet hours', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, slack, drain } = sending;
    await change(sending, sam, { reminders: 'dm', quietFrom: '17:00', quietTo: '23:00' });
    await callCircle(maria, { where: 'https://meet.example.org/room' });
    await say(sam);
    await drain();
    await goTo(sending, '2027-03-03T17:45:00Z');
    const direct = actor(slack, 'Sam', 'direct');
    assert.match(direct.posts().join(), /begins soon.*Where: .*meet\.example\.org.*Join/);
  });
});

describe('a change', () => {
  it('is told to all who said yes or maybe, also to those who want no reminders or are away, and to nobody else', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, drain } = sending;
    const seen = viewers(sending);
    await change(sending, kai, { reminders: 'off' });
    await change(sending, sam, { awayUntil: '2027-03-20' });
    await callCircle(maria);
    await say(maria, 'no');
    await say(sam, 'maybe');
    await say(kai);
    await drain();
    await rescheduleOccurrence(maria, first, when('2027-03-04T19:00'));
    await drain();
    assert.deepEqual(notifiedBy(seen.sam, /moved C-1/), [seen.sam.id]);
    assert.deepEqual(notifiedBy(seen.kai, /moved C-1/), [seen.kai.id]);
    assert.match(postsAbout(seen.kai, /moved C-1/).join(), /I will be there/);
    await cancelOccurrence(maria, first, { dates: 'this', reason: 'No keys.' });
    await drain();
    for (const viewer of [seen.sam, seen.kai]) {
      assert.equal(postsAbout(viewer, /cancelled C-1 .*Why: No keys\./).length, 1);
      assert.deepEqual(notifiedBy(viewer, /cancelled C-1/), [viewer.id]);
    }
  });

  it('is told elsewhere to those whose channel turns out to be gone', async (t) => {
    const sending = await startSending(t);
    const { maria, kai, discord, drain } = sending;
    await callCircle(maria);
    await say(kai);
    await drain();
    discord.deleteChannel(viewers(sending).kai.channelId);
    await cancelOccurrence(maria, first, { dates: 'this' });
    await drain();
    assert.equal(postsAbout(viewers(sending).sam, /cancelled C-1 .*This is for Kai/).length, 1);
    const [failed, sent, ...others] = await conversationFates(sending, 'cancelled');
    assert.match(failed ?? '', /^discord (failed unreachable|skipped space-lost)$/);
    assert.deepEqual([sent, others], ['slack sent', []]);
  });

  it('is not told where it was taken back before it could be', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain } = sending;
    await callCircle(maria);
    await say(sam);
    await drain();
    await rescheduleOccurrence(maria, first, when('2027-03-04T19:00'));
    await rescheduleOccurrence(maria, first, when('2027-03-03T18:00'));
    await drain();
    assert.deepEqual(await conversationFates(sending, 'moved'), ['slack sent', 'slack skipped no-longer-true']);
    assert.doesNotMatch(viewers(sending).sam.posts().join(), /moved C-1.*moved C-1/);
  });

  it('of all that was to come of a series is told to each once', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, kai, clock, drain } = sending;
    await callSeries(maria);
    await answerOccurrence(sam, first, 'yes', 'all');
    await answerOccurrence(kai, { number: 1, occurrence: 3 }, 'maybe', 'this');
    await drain();
    await cancelOccurrence(maria, { number: 1, occurrence: 2 }, { dates: 'this' });
    clock.moveTo(new Date('2027-03-01T13:00:00Z'));
    await cancelOccurrence(later(maria, '2027-03-01T13:00:00Z'), first, { dates: 'all' });
    await drain();
    for (const viewer of Object.values(viewers(sending)))
      assert.equal(postsAbout(viewer, /cancelled C-1 · .*all the dates that were to come/).length, 1);
    assert.deepEqual(await conversationFates(sending, 'series-cancelled'), ['discord sent', 'slack sent']);
  });
});
