import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type SandboxPlatform, until } from '../../src/sandbox/contract.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, startBot, startTestConvener } from '../support/convener.ts';
import { holdStore } from '../support/held-store.ts';

describe('while the store does not answer', () => {
  it('commands are acknowledged on both platforms, and answered when it does', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    const store = await holdStore(convener.store);

    // Typing ends with the platform's acknowledgement, or its own notice that there was none within its 3 s.
    await Promise.all([sam.type('/task add Call the food bank'), kai.type('/task add title:Draw the flyer')]);
    assert.deepEqual(sam.answers(), []);
    assert.doesNotMatch(kai.answers().join(), /T-/);

    await store.release();
    await sam.see(/Added T-\d/);
    await kai.see(/Added T-\d/);
    assert.equal(await convener.store.db.task.count(), 2);
  });

  it('buttons are acknowledged and forms open', async (t) => {
    const convener = await startTestConvener(t);
    const { maria, sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/task add Call the food bank');
    await sam.see(/T-1 · Call.*Status/);
    await kai.see(/T-1 · Call.*Status/);
    const store = await holdStore(convener.store);

    await sam.press('Due date');
    assert.deepEqual(Object.keys((await sam.form()).values), ['due']);
    await maria.type('/task done');
    const { values, options } = await maria.form();
    assert.deepEqual([Object.keys(values), options], [['task'], {}], 'nothing is offered, and so it is typed');
    await kai.press('Done');
    await store.release();
    await kai.see(/T-1 · Call the food bank is done/);
    await sam.see(/T-1 · Call the food bank.*Done by/);
  });

  it('a form opens without what it should start with, and what is empty in it stays as it is', async (t) => {
    const convener = await startTestConvener(t);
    const { sam } = await conveneOnBoth(convener);
    await sam.ask('/convene new Planning when:in 48 hours where:Library capacity:12');
    const store = await holdStore(convener.store);
    await sam.type('/convene edit C-1');
    assert.deepEqual((await sam.form()).values.where, '');
    await store.release();
    assert.match(await sam.submit({ title: 'Planning the fair', purpose: 'We plan' }), /Planning the fair/);
    const conversation = await convener.store.db.conversation.findFirstOrThrow();
    const { title, purpose, place, capacity } = conversation;
    assert.deepEqual([title, purpose, place, capacity], ['Planning the fair', 'We plan', 'Library', 12]);
  });

  it('the bot stops only when it has answered what it holds', async (t) => {
    const grounds = await createGrounds(t);
    const bot = await startBot(grounds);
    const { sam, kai } = await conveneOnBoth(grounds);
    const store = await holdStore(bot.store);
    await Promise.all([sam.type('/task add Call the food bank'), kai.type('/task add title:Draw the flyer')]);
    const stopping = bot.stop();
    await store.release();
    await stopping;
    assert.match(sam.answers().at(-1) ?? '', /Added T-\d/);
    assert.match(kai.answers().at(-1) ?? '', /Added T-\d/);
    assert.deepEqual([await untilClosed(grounds.slack), await untilClosed(grounds.discord)], [true, true]);
  });
});

function untilClosed(platform: SandboxPlatform): Promise<boolean> {
  return until([platform], () => platform.connections() === 0);
}
