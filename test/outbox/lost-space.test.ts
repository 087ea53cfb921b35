import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claimDeliveries } from '../../src/domain/deliveries/claim.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import { actor } from '../support/acting.ts';
import { alsoInDiscord } from '../support/members.ts';
import { fateOf, leaseMs, remind, startSending } from '../support/sending.ts';

describe('what waits for a channel that the bot was thrown out of', () => {
  it('is said in another channel if it is for one member, and otherwise not', async (t) => {
    const sending = await startSending(t);
    const { store, slack, discord, sam, kai, drain } = sending;
    await alsoInDiscord(store, sam);
    slack.removeBot(actor(slack, 'Sam').channelId);
    const texts = ['call the library', 'water the garden'];
    const mine = [];
    for (const text of texts) mine.push(await remind(sending, { text, to: sam }));
    const everybodys = await remind(sending, { text: 'lock the doors', to: null });
    const later = await remind(
      sending,
      { text: 'print the flyers', to: sam },
      { dueAt: new Date('2027-03-02T12:00Z') },
    );
    await drain();
    const posts = actor(discord, 'Kai').posts();
    for (const text of texts) assert.equal(posts.filter((post) => post.includes(text)).length, 1, text);
    assert.match(posts.join(), /<@1213168877568000099>/);
    assert.doesNotMatch(posts.join(), /doors|flyers/);
    for (const delivery of mine) {
      const { status, spaceId } = await fateOf(sending, delivery);
      assert.deepEqual([status, spaceId], ['sent', kai.space?.id]);
    }
    assert.deepEqual((await fateOf(sending, everybodys)).reason, 'space-lost');
    const { status, spaceId } = await fateOf(sending, later);
    assert.deepEqual([status, spaceId], ['pending', kai.space?.id]);
  });

  it('is not said to others where those whom it is for have no account', async (t) => {
    const sending = await startSending(t);
    const { slack, discord, kai, drain } = sending;
    discord.deleteChannel(actor(discord, 'Kai').channelId);
    const first = await remind(sending, { text: 'call my lawyer', by: kai, to: kai });
    await drain();
    const next = await remind(sending, { text: 'call my doctor', by: kai, to: kai });
    await drain();
    assert.deepEqual(actor(slack, 'Sam').posts(), []);
    const reasons = [await fateOf(sending, first), await fateOf(sending, next)].map(({ status, reason }) => [
      status,
      reason,
    ]);
    assert.deepEqual(reasons, [
      ['failed', 'unreachable'],
      ['skipped', 'space-lost'],
    ]);
  });

  it('is skipped where there is no other', async (t) => {
    const sending = await startSending(t);
    const { store, slack, discord, sam, drain } = sending;
    await alsoInDiscord(store, sam);
    discord.deleteChannel(actor(discord, 'Kai').channelId);
    slack.removeBot(actor(slack, 'Sam').channelId);
    const delivery = await remind(sending, { text: 'call the library', to: sam });
    const next = await remind(sending, { text: 'water the garden', to: sam });
    await drain();
    // What was moved to the other channel finds that one gone as well.
    assert.deepEqual((await fateOf(sending, delivery)).status, 'failed');
    assert.deepEqual((await fateOf(sending, next)).reason, 'space-lost');
  });

  it('is not said elsewhere where it may have been said there', async (t) => {
    const sending = await startSending(t);
    const { store, slack, discord, clock, parts, sam, drain } = sending;
    const delivery = await remind(sending, { text: 'call the library', to: sam });
    const claim = { limit: 20, leaseMs };
    await claimDeliveries(store.db, { ...claim, now: clock.now(), worker: 'dead' });
    clock.moveTo(new Date(clock.now().getTime() + leaseMs));
    slack.removeBot(actor(slack, 'Sam').channelId);
    for (const each of await claimDeliveries(store.db, { ...claim, now: clock.now(), worker: 'next' })) {
      await deliver(parts, each);
    }
    await drain();
    assert.equal((await fateOf(sending, delivery)).status, 'failed');
    assert.deepEqual(actor(discord, 'Kai').posts(), []);
  });
});
