import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Pace, unpaced } from '../../src/outbox/pace.ts';
import { until } from '../../src/sandbox/contract.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, startBot } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { untilAllSaid } from '../support/outbox.ts';

describe('a bot that stops', () => {
  it('leaves what is still to be said to the next one, which says it once', async (t) => {
    const grounds = await createGrounds(t);
    const space: string[] = [];
    const waiting = { ...unpaced.waiting(0), post: { space, workspace: [] } };
    const pace: Pace = { ...unpaced, waiting: () => waiting };
    const first = await startBot(grounds, { pace });
    const { sam, kai } = await conveneOnBoth(grounds);
    for (const { id } of await first.store.db.space.findMany()) space.push(id);
    await sam.ask('/task add Call the food bank');
    await first.stop();
    assert.deepEqual(
      [sam.posts(), kai.posts()].flat().filter((post) => post.includes('T-1 · Call')),
      [],
    );

    const log = createListeningLog();
    const second = await startBot(grounds, { log });
    await sam.see(/T-1 · Call.*Status/);
    await kai.see(/T-1 · Call.*Status/);
    await untilAllSaid(second, log);
    for (const reader of [sam, kai]) assert.equal(reader.posts().filter((post) => /T-1 · Call/.test(post)).length, 1);
    await kai.press('Done');
    await sam.see(/T-1 · Call.*Done by/);
  });
});

describe('a platform that is off', () => {
  it('keeps what is to be said there until it is on again', async (t) => {
    const grounds = await createGrounds(t);
    const both = await startBot(grounds);
    const { sam, kai } = await conveneOnBoth(grounds);
    await both.stop();

    const log = createListeningLog();
    const slackAlone = await startBot(grounds, { log, config: { discord: null } });
    await sam.ask('/task add Call the food bank');
    await sam.see(/T-1 · Call.*Status/);
    await until([log], () => log.said('delivery settled').length === 1);
    await slackAlone.stop();
    assert.deepEqual(kai.posts(), []);

    await startBot(grounds);
    await kai.see(/T-1 · Call.*Status/);
  });
});

describe('two bots on one store', () => {
  it('share the work and double nothing', async (t) => {
    const grounds = await createGrounds(t);
    const log = createListeningLog();
    const [bot] = await Promise.all([startBot(grounds, { log }), startBot(grounds, { log })]);
    const { sam, kai } = await conveneOnBoth(grounds);
    await sam.ask('/task add Call the food bank');
    await kai.ask('/task add title:Draw the flyer');
    for (const reader of [sam, kai]) {
      await until([reader.platform], () => reader.posts().filter((post) => /T-[12] · /.test(post)).length >= 2);
    }
    await sam.ask('/task done T-1');
    for (const reader of [sam, kai]) await reader.see(/finished.*T-1/);
    await untilAllSaid(bot, log);

    const { db } = bot.store;
    assert.equal(await db.task.count(), 2);
    assert.equal(await db.audit.count({ where: { verb: 'task.finished' } }), 1);
    for (const reader of [sam, kai]) {
      assert.equal(reader.posts().filter((post) => /T-1 · Call.*Status/.test(post)).length, 1);
      assert.equal(reader.posts().filter((post) => /finished.*T-1/.test(post)).length, 1);
    }
  });
});
