import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { assignTask } from '../../src/domain/tasks/assign-task.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { createPace } from '../../src/outbox/pace.ts';
import { until } from '../../src/sandbox/contract.ts';
import { wordsOf } from '../support/seen.ts';
import { remind, type Sending, startSending } from '../support/sending.ts';

const posting = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;
const editing = { slack: 'chat.update', discord: 'PATCH /channels/:id/messages/:id' } as const;
const tasks = 7;

/** Cards of so many tasks on both platforms, each of which is then changed twice. */
async function changeCards({ maria, sam, drain, store }: Sending): Promise<void> {
  const numbers: number[] = [];
  for (let task = 1; task <= tasks; task += 1) {
    numbers.push((await addTask(maria, { title: `Task ${task}` })).number);
  }
  await drain();
  const me = { type: 'me' } as const;
  for (const acting of [maria, sam]) for (const number of numbers) await assignTask(acting, number, me);
  // Only the cards are of interest here.
  await store.db.delivery.deleteMany({ where: { status: 'pending', letter: 'task.assigned' } });
}

describe('cards that change all at once', () => {
  it('are edited at the platforms’ pace, each once, and hold up no post', async (t) => {
    const sending = await startSending(t);
    const { slack, discord, sam, kai, parts } = sending;
    await changeCards(sending);
    for (const to of [sam, kai]) await remind(sending, { text: 'Bring the keys', by: to, to });
    const pace = createPace();
    assert.ok(sam.space);
    // Slack has taken most of what it takes at once.
    for (let edit = 1; edit <= 18; edit += 1) pace.note(sam.space, 'edit', Date.now());
    const before = { slack: slack.calls.length, discord: discord.calls.length };
    const methods = (platform: typeof slack | typeof discord) =>
      platform.calls.slice(before[platform.name]).map(({ method }) => method);
    for (const { faults } of [slack, discord]) faults.enforceRateLimits(true);
    const outbox = createOutbox({ ...parts, pace });
    t.after(outbox.stop);
    outbox.start();
    for (const platform of [slack, discord]) {
      const edits = () => methods(platform).filter((method) => method === editing[platform.name]);
      await until([platform], () => edits().length >= tasks, 30_000);
      const made = methods(platform);
      assert.ok(made.indexOf(posting[platform.name]) < made.lastIndexOf(editing[platform.name]), `${made}`);
    }
    await outbox.rest(10_000);
    for (const platform of [slack, discord]) {
      const { name, calls } = platform;
      assert.equal(methods(platform).filter((method) => method === editing[name]).length, tasks, 'merged');
      assert.deepEqual(
        calls.filter(({ status }) => status === 429),
        [],
      );
    }
    const cards = slack.messages(slack.people[0]?.id ?? '', sam.space.channelId).map(wordsOf);
    assert.equal(cards.filter((card) => card.includes(`Taken by: ${sam.account.accountId}`)).length, tasks);
  });
});
