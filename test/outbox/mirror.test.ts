import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOccurrence } from '../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../src/domain/conversations/cancel.ts';
import { editConversation } from '../../src/domain/conversations/edit.ts';
import { rescheduleOccurrence } from '../../src/domain/conversations/reschedule.ts';
import { toInstant } from '../../src/time/zones.ts';
import { callCircle, callSeries } from '../support/conversations.ts';
import { conversationFates, goTo } from '../support/saying.ts';
import { type Sending, startSending } from '../support/sending.ts';

const first = { number: 1, occurrence: null };
const when = (wall: string) => ({ wall, zone: 'UTC', timed: true, at: toInstant(wall, 'UTC') });

/** The calendar of Discord's server. */
const entriesOf = ({ discord }: Sending) =>
  discord.scheduledEvents().map(({ name, status, scheduled_start_time: start, entity_metadata: where }) => ({
    name,
    status,
    start: String(start).slice(0, 'YYYY-MM-DDTHH:MM'.length),
    location: (where as { location: string }).location,
  }));

describe('the calendar of a Discord server', () => {
  it('shows a conversation as it was called, and once', async (t) => {
    const sending = await startSending(t);
    const { maria, sam, drain } = sending;
    await callCircle(maria, { where: 'Library' });
    await drain();
    await answerOccurrence(sam, first, 'yes', 'this');
    await drain();
    const [entry, ...others] = entriesOf(sending);
    assert.deepEqual({ ...entry, start: '' }, { name: 'Listening circle', status: 1, start: '', location: 'Library' });
    assert.deepEqual(others, []);
    assert.match(String(sending.discord.scheduledEvents()[0]?.description), /\/convene rsvp C-1$/);
    assert.deepEqual(await conversationFates(sending, 'mirror'), ['discord sent']);
  });

  it('follows when it is moved, edited and called off', async (t) => {
    const sending = await startSending(t);
    const { maria, drain } = sending;
    await callCircle(maria);
    await drain();
    await rescheduleOccurrence(maria, first, when('2027-04-01T18:00'));
    await editConversation(maria, first, { title: 'Circle of care', where: 'Town hall' });
    await drain();
    assert.deepEqual(entriesOf(sending), [
      { name: 'Circle of care', status: 1, start: '2027-04-01T18:00', location: 'Town hall' },
    ]);
    await cancelOccurrence(maria, first, { dates: 'this' });
    await drain();
    assert.deepEqual(
      entriesOf(sending).map(({ status }) => status),
      [4],
    );
  });

  it('shows of a series what is called by now', async (t) => {
    const sending = await startSending(t);
    await callSeries(sending.maria);
    await sending.drain();
    assert.equal(entriesOf(sending).length, 1);
    await goTo(sending, '2027-03-03T19:00:00Z');
    assert.equal(entriesOf(sending).length, 2);
  });

  it('gets no second entry for one that somebody deleted there', async (t) => {
    const sending = await startSending(t);
    const { maria, discord, drain } = sending;
    await callCircle(maria);
    await drain();
    discord.deleteScheduledEvent(String(discord.scheduledEvents()[0]?.id));
    await editConversation(maria, first, { title: 'Circle of care' });
    await drain();
    await editConversation(maria, first, { title: 'Circle' });
    await drain();
    assert.deepEqual(entriesOf(sending), []);
    assert.deepEqual(await conversationFates(sending, 'mirror'), ['discord sent', 'discord skipped card-gone']);
  });

  it('is left alone where the bot may not write in it, and nothing else suffers', async (t) => {
    const sending = await startSending(t);
    const { maria, discord, store, drain } = sending;
    discord.setCalendarAccess(false);
    await callCircle(maria);
    await drain();
    assert.deepEqual(entriesOf(sending), []);
    assert.deepEqual(await conversationFates(sending, 'mirror'), ['discord skipped calendar-closed']);
    assert.deepEqual(await conversationFates(sending, 'card.post'), ['discord sent', 'slack sent']);
    assert.equal(await store.db.space.count({ where: { lostAt: { not: null } } }), 0);
  });

  it('is looked through where a crash left in doubt whether an entry was made', async (t) => {
    const sending = await startSending(t);
    const { maria, store, clock, drain } = sending;
    await callCircle(maria);
    await drain();
    await store.db.card.deleteMany({ where: { subject: 'mirror' } });
    await store.db.delivery.updateMany({
      where: { letter: 'conversation.mirror' },
      data: { status: 'leased', leasedBy: 'gone', leasedUntil: new Date(clock.now().getTime() - 1) },
    });
    await drain();
    assert.equal(entriesOf(sending).length, 1);
    assert.equal(await store.db.card.count({ where: { subject: 'mirror' } }), 1);
  });
});
