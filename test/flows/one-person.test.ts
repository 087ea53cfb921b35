import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { codeIn, conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('two accounts of one person', () => {
  it('become one when both sides say so, and both then show the same tasks', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank owner:me');
    await kai.ask('/task add title:Draw the flyer owner:@Kai');

    const code = codeIn(await sam.ask('/profile link'));
    assert.match(await kai.ask(`/profile link code:${code}`), /Is the account Sam Rivera on Slack yours\?/);
    assert.match(await kai.pressing('Yes, it is mine'), /Now confirm with your other account/);
    assert.match(await sam.ask('/profile link'), /Is the account Kai Nakamura on Discord yours\?/);
    assert.match(await sam.pressing('Yes, it is mine'), /one person now/);

    for (const somebody of [sam, kai]) {
      const mine = await somebody.ask('/task mine');
      assert.match(mine, /T-1.*Call the food bank/);
      assert.match(mine, /T-2.*Draw the flyer/);
    }
    assert.equal(await convener.store.db.person.count({ where: { accounts: { some: {} } } }), 3);
    assert.match(await sam.ask(`/profile link ${code}`), /no longer valid|one person already/);
  });

  it('stay two when either side refuses', async (t) => {
    const { slack, discord, store } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    const kai = actor(discord, 'Kai');
    const first = codeIn(await sam.ask('/profile link'));
    await kai.ask(`/profile link code:${first}`);
    assert.match(await kai.pressing('No, refuse'), /Refused/);
    assert.match(await kai.ask(`/profile link code:${first}`), /no longer valid/);

    const second = codeIn(await sam.ask('/profile link'));
    await kai.ask(`/profile link code:${second}`);
    await kai.pressing('Yes, it is mine');
    await sam.ask('/profile link');
    assert.match(await sam.pressing('No, refuse'), /Refused/);
    assert.equal(await store.db.person.count({ where: { accounts: { some: {} } } }), 2);
  });

  it('are not linked by a code of one’s own, of the same platform, or somebody else’s claim', async (t) => {
    const { slack, discord } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    const code = codeIn(await sam.ask('/profile link'));
    assert.match(await sam.ask(`/profile link ${code}`), /from this very account/);
    assert.match(await actor(slack, 'Ruth').ask(`/profile link ${code}`), /on the same platform/);
    const kai = actor(discord, 'Kai');
    await kai.ask(`/profile link code:${code}`);
    await kai.pressing('Yes, it is mine');
    assert.match(await actor(discord, 'Noor').ask(`/profile link code:${code}`), /I do not know this code/);
  });

  it('are two again after unlinking', async (t) => {
    const { slack, discord } = await startTestConvener(t);
    const sam = actor(slack, 'Sam');
    const kai = actor(discord, 'Kai');
    assert.match(await kai.ask('/profile unlink'), /not linked to another one/);
    const code = codeIn(await sam.ask('/profile link'));
    await kai.ask(`/profile link code:${code}`);
    await kai.pressing('Yes, it is mine');
    await sam.ask('/profile link');
    await sam.pressing('Yes, it is mine');
    assert.match(await kai.ask('/profile show'), /Sam Rivera on Slack/);
    assert.match(await kai.ask('/profile unlink'), /a person of its own again/);
    assert.doesNotMatch(await kai.ask('/profile show'), /Sam Rivera/);
  });
});
