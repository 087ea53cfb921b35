import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { markSpaceLost } from '../../src/domain/audiences/closed-spaces.ts';
import { unlinkSpace } from '../../src/domain/coalitions/unlink-space.ts';
import { claimDeliveries } from '../../src/domain/deliveries/claim.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { unpaced } from '../../src/outbox/pace.ts';
import { until } from '../../src/sandbox/contract.ts';
import { actor } from '../support/acting.ts';
import { fateOf, leaseMs, remind, type Sending, startSending } from '../support/sending.ts';

const fiveMinutes = 300_000;
const anHour = 3_600_000;

function pass({ clock }: Sending, ms: number): void {
  clock.moveTo(new Date(clock.now().getTime() + ms));
}

/** How often somebody was written to on a platform, refused tries included. */
function postsOn({ calls }: Sending['slack' | 'discord']): number {
  return calls.filter(({ method }) => /^chat\.postMessage|^POST .*\/messages$/.test(method)).length;
}

const platforms = [
  { name: 'slack', post: 'chat.postMessage', look: 'conversations.history', person: 'sam' },
  { name: 'discord', post: 'POST /channels', look: 'GET /channels/:id/messages', person: 'kai' },
] as const;

describe('a delivery in doubt', () => {
  for (const { name, post, look, person } of platforms) {
    it(`stays in doubt while ${name} refuses the look for it`, async (t: TestContext) => {
      const sending = await startSending(t);
      const to = sending[person];
      const row = await remind(sending, { text: 'Bring the keys', by: to, to });
      sending[name].faults.loseAnswer(post);
      await sending.drain();
      sending[name].faults.refuse(look, { status: 429, retryAfter: 10 }, 1);
      for (let tries = 0; tries < 4; tries++) {
        pass(sending, fiveMinutes);
        await sending.drain();
      }
      assert.equal((await fateOf(sending, row)).status, 'sent');
      assert.equal(postsOn(sending[name]), 1);
    });
  }

  for (const { name, post, person } of platforms) {
    it(`is on record as sent where it is found in a channel of ${name} that was unlinked meanwhile`, async (t) => {
      const sending = await startSending(t);
      const row = await remind(sending, { text: 'Bring the keys', by: sending[person], to: null });
      sending[name].faults.loseAnswer(post);
      await sending.drain();
      await unlinkSpace(sending[person]);
      pass(sending, fiveMinutes);
      await sending.drain();
      const { status, messageId, reason } = await fateOf(sending, row);
      assert.equal(status, 'sent', `${status} ${reason}`);
      assert.ok(messageId);
      assert.equal(postsOn(sending[name]), 1);
    });

    it(`is skipped where it is not found in a channel of ${name} that was unlinked meanwhile`, async (t) => {
      const sending = await startSending(t);
      const row = await remind(sending, { text: 'Bring the keys', by: sending[person], to: null });
      sending[name].faults.refuse(post, { status: 500 }, 5);
      await sending.drain();
      assert.equal((await fateOf(sending, row)).status, 'leased');
      const tries = postsOn(sending[name]);
      await unlinkSpace(sending[person]);
      pass(sending, fiveMinutes);
      await sending.drain();
      const { status, reason } = await fateOf(sending, row);
      assert.deepEqual([status, reason], ['skipped', 'space-unlinked']);
      assert.equal(postsOn(sending[name]), tries);
    });

    it(`is skipped where a channel of ${name} was unlinked and deleted meanwhile`, async (t) => {
      const sending = await startSending(t);
      const row = await remind(sending, { text: 'Bring the keys', by: sending[person], to: null });
      sending[name].faults.loseAnswer(post);
      await sending.drain();
      await unlinkSpace(sending[person]);
      sending[name].deleteChannel(sending[person].place.channelId);
      pass(sending, fiveMinutes);
      await sending.drain();
      const { status, reason } = await fateOf(sending, row);
      assert.deepEqual([status, reason], ['skipped', 'space-unlinked']);
    });

    it(`is skipped without a look where a channel of ${name} is lost`, async (t) => {
      const sending = await startSending(t);
      const { store, clock } = sending;
      const row = await remind(sending, { text: 'Bring the keys', by: sending[person], to: null });
      sending[name].faults.loseAnswer(post);
      await sending.drain();
      await markSpaceLost(store.db, { ...row, id: row.spaceId }, clock.now());
      const calls = sending[name].calls.length;
      pass(sending, fiveMinutes);
      await sending.drain();
      assert.equal((await fateOf(sending, row)).reason, 'space-lost');
      assert.equal(sending[name].calls.length, calls);
    });
  }

  it('is looked for in the space, where the direct conversation was closed and it went there', async (t) => {
    const sending = await startSending(t);
    const { slack, sam, store } = sending;
    await store.db.person.update({ where: { id: sam.person.id }, data: { reminders: 'dm' } });
    slack.setDirectMessages(actor(slack, 'Sam').id, false);
    let planned = false;
    slack.onChange(() => {
      if (planned || postsOn(slack) !== 1) return;
      planned = true;
      // The answer to the post in the space, which follows.
      queueMicrotask(() => slack.faults.loseAnswer('chat.postMessage'));
    });
    const row = await remind(sending, { text: 'bring the keys', to: sam });
    await sending.drain();
    pass(sending, fiveMinutes);
    await sending.drain();
    assert.equal((await fateOf(sending, row)).status, 'sent');
    assert.equal(actor(slack, 'Sam').posts().length, 1);
  });

  it('is still in doubt when the next process dies before it comes to it', async (t) => {
    const sending = await startSending(t);
    const { store, clock, slack, sam, parts } = sending;
    const claim = (worker: string) =>
      claimDeliveries(store.db, { now: clock.now(), limit: 20, leaseMs, worker, perSpace: () => 10 });
    const row = await remind(sending, { text: 'Bring the keys', by: sam, to: sam });
    const [first] = await claim('a');
    assert.ok(first);
    // Its process dies once it is sent: nothing more comes of it.
    const dying = parts.platforms.map((platform) => ({
      ...platform,
      post: async (...given: Parameters<typeof platform.post>) => {
        await platform.post(...given);
        return new Promise<never>(() => {});
      },
    }));
    void deliver({ ...parts, platforms: dying }, first);
    await until([slack], () => postsOn(slack) === 1);
    // What was meant for an earlier hour is found late, and said first.
    await remind(sending, { text: 'Open the hall', by: sam, to: sam, at: new Date(clock.now().getTime() - anHour) });
    pass(sending, leaseMs + 1);
    const second = await claim('b');
    assert.deepEqual(
      second.map(({ inDoubt }) => inDoubt),
      [false, true],
    );
    // That process dies with both in hand.
    pass(sending, leaseMs + 1);
    for (const delivery of await claim('c')) await deliver(parts, delivery);
    assert.equal((await fateOf(sending, row)).status, 'sent');
    assert.equal(postsOn(slack), 2);
  });
});

describe('a clock that is set forward while a post is on its way', () => {
  it('does not make the same process take it a second time', async (t) => {
    const sending = await startSending(t);
    const { parts, slack, discord, sam, kai } = sending;
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = parts.platforms.map((platform) => ({
      ...platform,
      post: async (...given: Parameters<typeof platform.post>) => {
        begun.resolve();
        if (platform.name === 'slack') await gate.promise;
        return platform.post(...given);
      },
    }));
    const row = await remind(sending, { text: 'Bring the keys', by: sam, to: sam });
    const outbox = createOutbox({ ...parts, platforms: slow, pace: unpaced });
    outbox.start();
    await begun.promise;
    pass(sending, anHour);
    // Once this is said, the outbox has looked again.
    await remind(sending, { text: 'Open the hall', by: kai, to: kai });
    outbox.wake();
    await until([discord], () => postsOn(discord) === 1);
    gate.resolve();
    await until([slack], () => postsOn(slack) > 0);
    await outbox.stop();
    assert.equal(postsOn(slack), 1);
    assert.equal((await fateOf(sending, row)).status, 'sent');
  });
});
