import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('time that passes in the sandbox', () => {
  it('has a daily reminder said once a day, at its hour and on both platforms, and none of them late', async (t) => {
    const convener = await startTestConvener(t);
    const { store, moveClock } = convener;
    await moveClock(new Date('2030-03-04T12:00:00Z'));
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/reminder add bring the keys when:every day 18:00 to:here');
    await kai.ask('/reminder add text:water the plants when:every day 19:30 to:here');
    await moveClock(new Date('2030-03-08T12:00:00Z'));

    for (const [actor, words] of [
      [sam, /bring the keys/],
      [kai, /water the plants/],
    ] as const) {
      const heard = actor.posts().filter((post) => words.test(post));
      assert.equal(heard.length, 4);
      assert.doesNotMatch(heard.join(), /late/);
    }
    const said = await store.db.delivery.findMany({ where: { letter: 'reminder.due' }, orderBy: { dueAt: 'asc' } });
    // Sam's hours are those of Los Angeles, as Slack says; Kai's are the coalition's.
    assert.deepEqual(
      said.map(({ status, dueAt }) => `${status} ${dueAt.toISOString().slice(8, 16)}`),
      [4, 5, 6, 7].flatMap((day) => [`sent 0${day}T19:30`, `sent 0${day + 1}T02:00`]),
    );
  });
});
