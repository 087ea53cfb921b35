import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { statementsOf } from '../../bench/statements.ts';
import { claimDeliveries } from '../../src/domain/deliveries/claim.ts';
import { createOthers } from '../../src/outbox/others.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { createPace } from '../../src/outbox/pace.ts';
import { until } from '../../src/sandbox/contract.ts';
import { leaseMs, remind, type Sending, startSending } from '../support/sending.ts';

/** What another process said in Sam's space, settled then, and what it has in hand elsewhere. */
async function haveOtherSay(sending: Sending, posts: number, settledAt: Date): Promise<void> {
  const { sam, kai, clock } = sending;
  const leasedUntil = new Date(clock.now().getTime() + leaseMs);
  const sent = { status: 'sent', sentTo: 'space', leasedBy: 'other', settledAt } as const;
  for (let post = 1; post <= posts; post += 1) await remind(sending, { text: 'Bring the keys', to: sam }, sent);
  await remind(sending, { text: 'Bring bread', to: kai }, { status: 'leased', leasedBy: 'other', leasedUntil });
}

async function takeAll({ store, clock }: Sending) {
  return claimDeliveries(store.db, { now: clock.now(), limit: 20, leaseMs, worker: 'w' });
}

describe('who takes a space', () => {
  it('goes on at the pace of the process that had it', async (t) => {
    const sending = await startSending(t);
    const { sam, clock } = sending;
    assert.ok(sam.space);
    // So that it is fresh however long the test takes.
    const settledAt = new Date(clock.now().getTime() + 60_000);
    const settled = settledAt.getTime() + Date.now() - clock.now().getTime();
    await haveOtherSay(sending, 4, settledAt);
    await remind(sending, { text: 'Bring water', by: sam, to: sam });
    const pace = createPace();
    const others = createOthers({ ...sending.parts, pace });
    const taken = await takeAll(sending);
    assert.equal(taken.length, 1);
    for (let time = 1; time <= 2; time += 1) {
      await others.learn(taken);
      assert.equal(pace.room(sam.space, 'post', settled), 0);
      const free = pace.freeAt(sam.space, 'post') - settled;
      assert.ok(free > 900 && free < 1_100, `${free} at time ${time}: what is known is not counted again`);
    }
    clock.moveTo(new Date(settledAt.getTime() + 20_000));
    const later = createPace();
    await createOthers({ ...sending.parts, pace: later }).learn(taken);
    assert.equal(later.freeAt(sam.space, 'post'), 0);
  });

  it('does not count its own posts twice', async (t) => {
    const sending = await startSending(t);
    const { sam, clock } = sending;
    assert.ok(sam.space);
    const sent = { status: 'sent', sentTo: 'space', leasedBy: 'w', settledAt: clock.now() } as const;
    await remind(sending, { text: 'Bring the keys', to: sam }, sent);
    await remind(sending, { text: 'Bring water', by: sam, to: sam });
    const pace = createPace();
    await createOthers({ ...sending.parts, pace }).learn(await takeAll(sending));
    assert.equal(pace.room(sam.space, 'post', Date.now()), Number.POSITIVE_INFINITY);
  });

  it('asks once for each space where it is alone, as what was said before it began does not change', async (t) => {
    const sending = await startSending(t);
    const { sam, kai } = sending;
    await remind(sending, { text: 'Bring water', by: sam, to: sam });
    const taken = await takeAll(sending);
    const others = createOthers({ ...sending.parts, pace: createPace() });
    const askedFor = async (more: typeof taken) =>
      (await statementsOf(() => others.learn(more))).filter(({ sql }) => sql.includes('settledAt')).length;
    assert.deepEqual([await askedFor(taken), await askedFor(taken)], [1, 0]);
    await remind(sending, { text: 'Bring bread', by: kai, to: kai });
    const elsewhere = await takeAll(sending);
    assert.equal(elsewhere.length, 1);
    assert.deepEqual([await askedFor([...taken, ...elsewhere]), await askedFor(elsewhere)], [1, 0]);
    const besides = createOthers({ ...sending.parts, worker: 'another', pace: createPace() });
    for (let time = 1; time <= 2; time += 1) {
      const { length } = await statementsOf(() => besides.learn(taken));
      assert.ok(length > 0, `at time ${time}: the other one has something in hand, so more may have been said`);
    }
  });

  it('is not told by Slack to slow down, where the one that had it ended in the middle', async (t) => {
    const sending = await startSending(t);
    const { slack, sam, parts } = sending;
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
    for (let post = 1; post <= 6; post += 1) await remind(sending, { text: 'Bring the keys', by: sam, to: sam });
    slack.faults.enforceRateLimits(true);
    const [first, second] = ['one', 'two'].map((worker) => createOutbox({ ...parts, worker, pace: createPace() }));
    assert.ok(first && second);
    first.start();
    await until([slack], () => posts().length >= 4);
    await first.stop();
    second.start();
    t.after(second.stop);
    await until([slack], () => posts().length >= 6);
    await second.rest(5_000);
    assert.deepEqual(
      posts().map(({ status }) => status),
      Array(6).fill(200),
    );
    const workers = await sending.store.db.delivery.groupBy({ by: ['leasedBy'], where: { status: 'sent' } });
    assert.deepEqual(workers.map(({ leasedBy }) => leasedBy).toSorted(), ['one', 'two']);
  });
});
