import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('authority on the platform', () => {
  it('is needed to create a coalition, on both', async (t) => {
    const { slack, discord, store } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    const kai = actor(discord, 'Kai');

    assert.match(await sam.ask('/coalition create Riverside'), /an admin or owner of this Slack workspace/);
    assert.match(await kai.ask('/coalition create name:Riverside'), /somebody who may manage this Discord server/);
    assert.equal(await store.db.coalition.count(), 0);
  });

  it('is needed to link a channel, on both', async (t) => {
    const convener = await startTestConvener(t);
    const { code } = await conveneOnBoth(convener);
    const sam = actor(convener.slack, 'Sam', 'random');
    const kai = actor(convener.discord, 'Kai', 'projects');

    assert.match(await sam.ask(`/coalition link ${code}`), /needs more authority/);
    assert.match(await kai.ask(`/coalition link code:${code}`), /needs more authority/);
    assert.equal(await convener.store.db.space.count(), 2);
  });

  it('does not help in a direct conversation, where no channel is', async (t) => {
    const { slack, discord, store } = await startTestConvener(t);
    const inSlack = await actor(slack, 'Maria', 'direct').ask('/coalition create Riverside');
    const inDiscord = await actor(discord, 'Luz', 'direct').ask('/coalition create name:Riverside');

    assert.match(inSlack, /Una coalición necesita un canal/);
    assert.match(inDiscord, /Una coalición necesita un canal/);
    assert.equal(await store.db.coalition.count(), 0);
  });
});
