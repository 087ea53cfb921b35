import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPace } from '../../src/outbox/pace.ts';
import { retryWaits } from '../../src/outbox/retry.ts';
import { fateOf, remind, startSending } from '../support/sending.ts';

describe('a delivery that was refused for haste', () => {
  it('is tried again however often that was so, as none of these tries failed', async (t) => {
    const sending = await startSending(t, { pace: createPace() });
    const { slack, clock, sam, drain } = sending;
    const row = await remind(sending, { text: 'Bring the keys', by: sam, to: sam });
    const refusals = retryWaits.length + 2;
    slack.faults.refuse('chat.postMessage', { status: 429, retryAfter: 3 }, refusals);
    for (let tries = 0; tries <= refusals; tries++) {
      await drain();
      const { status, leasedUntil } = await fateOf(sending, row);
      if (status !== 'pending' || !leasedUntil) break;
      const waits = leasedUntil.getTime() - clock.now().getTime();
      assert.ok(waits > 2_000 && waits <= 3_000, `${waits}`);
      clock.moveTo(leasedUntil);
    }
    const { status, attempts } = await fateOf(sending, row);
    assert.deepEqual({ status, attempts }, { status: 'sent', attempts: 1 });
  });

  it('is looked for when Slack answers so many looks again, where many are in doubt', async (t) => {
    const sending = await startSending(t, { pace: createPace() });
    const { slack, clock, parts, sam, drain } = sending;
    const row = await remind(sending, { text: 'Bring the keys', by: sam, to: sam });
    slack.faults.loseAnswer('chat.postMessage');
    await drain();
    const { space } = sam;
    assert.ok(space);
    for (let look = 1; look <= 30; look += 1) parts.pace.note(space, 'look', Date.now());
    clock.moveTo(new Date(clock.now().getTime() + 60_000));
    await drain();
    const { leasedUntil } = await fateOf(sending, row);
    const waits = (leasedUntil?.getTime() ?? 0) - clock.now().getTime();
    assert.ok(waits > 50_000 && waits < 70_000, `${waits}`);
    const methods = slack.calls.map(({ method }) => method);
    assert.equal(methods.filter((method) => method === 'chat.postMessage').length, 1);
    assert.ok(!methods.includes('conversations.history'));
    assert.deepEqual(parts.pace.waiting(Date.now()).post, { space: [], workspace: [] });
  });

  it('has the other spaces of the workspace wait as long', async (t) => {
    const sending = await startSending(t, { pace: createPace() });
    const { slack, parts, sam, drain } = sending;
    await remind(sending, { text: 'Bring the keys', by: sam, to: sam });
    slack.faults.refuse('chat.postMessage', { status: 429, retryAfter: 30 });
    await drain();
    assert.deepEqual(parts.pace.waiting(Date.now()).post.workspace, [slack.workspace.id]);
    assert.deepEqual(parts.pace.waiting(Date.now() + 30_000).post.workspace, []);
  });
});
