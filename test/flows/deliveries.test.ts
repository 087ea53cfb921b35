import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SandboxPlatform } from '../../src/sandbox/contract.ts';
import type { Actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { untilAllSaid } from '../support/outbox.ts';

/** The call that posts to a channel. */
const posting: Readonly<Record<SandboxPlatform['name'], string>> = {
  slack: 'chat.postMessage',
  discord: 'POST /channels',
};

async function convene(t: Parameters<typeof startTestConvener>[0]) {
  const log = createListeningLog();
  const convener = await startTestConvener(t, { log });
  return { convener, ...(await conveneOnBoth(convener)), allSaid: () => untilAllSaid(convener, log) };
}

const cardsSeenBy = (reader: Actor) => reader.posts().filter((post) => /T-1 · Call/.test(post)).length;

describe('an announcement', () => {
  it('is tried again after a failure of the platform, and doubled nowhere', async (t) => {
    const { sam, kai, allSaid } = await convene(t);
    for (const { platform } of [sam, kai]) platform.faults.refuse(posting[platform.name], { status: 500 });
    await sam.ask('/task add Call the food bank');
    await sam.see(/T-1 · Call.*Status/);
    await kai.see(/T-1 · Call.*Status/);
    await allSaid();
    assert.deepEqual([cardsSeenBy(sam), cardsSeenBy(kai)], [1, 1]);
  });

  it('waits as long as the platform asks', async (t) => {
    const { sam, kai, allSaid } = await convene(t);
    for (const { platform } of [sam, kai]) {
      platform.faults.refuse(posting[platform.name], { status: 429, retryAfter: 1 });
    }
    await sam.ask('/task add Call the food bank');
    await sam.see(/T-1 · Call.*Status/);
    await kai.see(/T-1 · Call.*Status/);
    await allSaid();
    for (const reader of [sam, kai]) {
      const { platform } = reader;
      const calls = platform.calls.filter(({ method }) => method.includes(posting[platform.name]));
      assert.deepEqual(
        calls.map(({ status }) => status),
        [429, 200],
      );
      assert.ok((calls[1]?.at ?? 0) - (calls[0]?.at ?? 0) >= 1_000);
      assert.equal(cardsSeenBy(reader), 1);
    }
  });

  it('whose acceptance got lost is found again instead of posted twice', async (t) => {
    const { convener, sam, kai, allSaid } = await convene(t);
    for (const { platform } of [sam, kai]) platform.faults.loseAnswer(posting[platform.name]);
    await sam.ask('/task add Call the food bank');
    await allSaid();
    assert.deepEqual([cardsSeenBy(sam), cardsSeenBy(kai)], [1, 1]);
    const deliveries = await convener.store.db.delivery.findMany({ where: { letter: 'task.card.post' } });
    assert.deepEqual(
      deliveries.map(({ status }) => status),
      ['sent', 'sent'],
    );
    // Where it stands is known, so it lives on.
    await kai.ask('/task done task:T-1');
    await sam.see(/T-1 · Call.*Done by/);
    await kai.see(/T-1 · Call.*Done by/);
  });

  it('to a deleted channel is given up, and the coalition sees that it is out of reach', async (t) => {
    for (const lost of ['slack', 'discord'] as const) {
      const { sam, kai, allSaid } = await convene(t);
      const [gone, staying, say] = lost === 'slack' ? [sam, kai, 'task:T-1'] : [kai, sam, 'T-1'];
      gone.platform.deleteChannel(gone.channelId);
      await staying.ask(lost === 'slack' ? '/task add title:Call the food bank' : '/task add Call the food bank');
      await staying.see(/T-1 · Call.*Status/);
      await allSaid();
      await staying.type('/coalition show');
      await staying.see(new RegExp(`general on ${lost}: out of my reach`, 'i'));

      await staying.ask(`/task done ${say}`);
      await staying.see(/T-1 · Call.*Done by/);
      await allSaid();
      const tries = gone.platform.calls.filter(({ method }) => method.includes(posting[lost]));
      assert.equal(tries.length, 1, 'the lost channel is tried once');
    }
  });

  it('of a change to a deleted card is skipped, and the other cards change', async (t) => {
    const { convener, sam, kai, allSaid } = await convene(t);
    await sam.ask('/task add Call the food bank');
    await kai.see(/T-1 · Call.*Status/);
    await sam.see(/T-1 · Call.*Status/);
    await allSaid();
    const card = kai.messages().find(({ payload }) => JSON.stringify(payload).includes('T-1 · Call'));
    assert.ok(card);
    convener.discord.deleteMessage(card.id);
    await sam.ask('/task done T-1');
    await sam.see(/T-1 · Call.*Done by/);
    await kai.see(/finished.*T-1/);
    await allSaid();
    const edits = await convener.store.db.delivery.findMany({
      where: { letter: 'task.card.edit' },
      include: { space: true },
      orderBy: { space: { platform: 'asc' } },
    });
    assert.deepEqual(Object.fromEntries(edits.map(({ space, status, reason }) => [space.platform, [status, reason]])), {
      slack: ['sent', null],
      discord: ['skipped', 'card-gone'],
    });
  });
});
