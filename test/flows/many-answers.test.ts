import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type SandboxPlatform, until } from '../../src/sandbox/contract.ts';
import { type Actor, actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, startBot } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { findControl } from '../support/seen.ts';

const perPlatform = 60;
const atOnce = 10;
const seats = 70;
/** How long anything may take on a machine that does much else, in milliseconds. */
const patience = 60_000;

/** All of the crowd press "Yes" on the card before them, a few at once, as soon as those before them are answered. */
async function pressAll({ platform, messages, channelId }: Actor): Promise<void> {
  const card = messages().find(({ payload }) => findControl(payload, 'Yes'));
  assert.ok(card);
  const control = findControl(card.payload, 'Yes') ?? '';
  const press = async ({ id }: { id: string }) => {
    const answer = () => platform.messages(id, channelId).find(({ privateTo }) => privateTo === id);
    await platform.press(id, card.id, control);
    await until([platform], answer, patience);
  };
  const crowd = platform.people.slice(-perPlatform);
  for (let first = 0; first < perPlatform; first += atOnce) {
    await Promise.all(crowd.slice(first, first + atOnce).map(press));
  }
}

const callsOf = ({ calls }: SandboxPlatform, method: RegExp) => calls.filter((call) => method.test(call.method));

it('counts right where many answer at once on both platforms, and edits the cards a few times', async (t) => {
  const grounds = await createGrounds(t, undefined, { morePeople: perPlatform });
  const { slack, discord } = grounds;
  const log = createListeningLog('error');
  const { store } = await startBot(grounds, { log });
  const { maria, luz } = await conveneOnBoth(grounds);
  await maria.ask(`/convene new Assembly when:in 200 hours capacity:${seats}`);
  for (const somebody of [maria, luz]) await somebody.see(/Assembly/);
  for (const { faults } of [slack, discord]) faults.enforceRateLimits(true);

  await Promise.all([maria, luz].map(pressAll));
  const isRight = ({ posts }: Actor) => posts().some((words) => /full, 50 waiting/.test(words));
  for (const somebody of [maria, actor(discord, 'Kai')]) {
    await until([slack, discord], () => isRight(somebody), patience);
  }
  assert.deepEqual(log.lines, []);
  const counts = await store.db.rsvp.groupBy({ by: ['seat'], _count: true });
  assert.deepEqual(counts.map(({ seat, _count }) => `${seat} ${_count}`).sort(), ['taken 70', 'waiting 50']);
  const calls = [...slack.calls, ...discord.calls];
  assert.deepEqual(
    calls.filter(({ status }) => status === 429).map(({ method }) => method),
    [],
  );
  const edits = callsOf(slack, /^chat\.update$/).length + callsOf(discord, /^PATCH \/channels\/:id\/messages/).length;
  // One by one, each answer would have edited both.
  assert.ok(edits > 0 && edits < 2 * perPlatform, `${edits} edits`);
});
