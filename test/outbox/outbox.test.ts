import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { PlatformError } from '../../src/core/errors.ts';
import type { Platform } from '../../src/core/ports.ts';
import { addTask } from '../../src/domain/tasks/add-task.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import { type Pace, unpaced } from '../../src/outbox/pace.ts';
import type { Store } from '../../src/store/open.ts';
import { createAdjustableClock } from '../../src/time/clock.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { foundCoalition, inSlack, linkPlace, noon } from '../support/members.ts';
import { untilAllSaid } from '../support/outbox.ts';
import { openTestStore } from '../support/store.ts';

interface Posted {
  readonly channelId: string;
  readonly deliveryId: string;
}

/** A platform that writes down what it is sent, after what a test wants to happen first. */
function createNotebook(first: (post: Posted) => Promise<void> = async () => {}) {
  const posts: Posted[] = [];
  const nothing = async () => {};
  const post: Platform['post'] = async (place, _view, deliveryId) => {
    const posted = { channelId: place.channelId, deliveryId };
    await first(posted);
    posts.push(posted);
    return { ...place, messageId: `m-${deliveryId}` };
  };
  const platform: Platform = {
    name: 'slack',
    start: nothing,
    stop: nothing,
    connected: () => true,
    post,
    postDirect: (account, view, id) => post({ ...account, channelId: account.accountId }, view, id),
    edit: nothing,
    findPosted: async () => null,
    findPostedDirect: async () => null,
    describeAccount: async (_workspaceId, accountId) => ({ name: accountId, authority: false }),
  };
  return { posts, platform };
}

interface Opening {
  readonly worker?: string;
  readonly pace?: Pace;
  readonly log?: ReturnType<typeof createListeningLog>;
}

function open(t: TestContext, store: Store, platform: Platform, opening: Opening = {}) {
  const { worker = 'one', pace = unpaced, log = createListeningLog() } = opening;
  const clock = createAdjustableClock();
  clock.moveTo(noon);
  const parts = { store, platforms: [platform], worker, log, clock, pace };
  const outbox = createOutbox({ ...parts, catalogue: createCatalogue() });
  t.after(outbox.stop);
  return { log, ...outbox };
}

/** A coalition in several channels of Slack, each of which is to hear of so many tasks. */
async function planTasks(store: Store, channels: readonly string[], tasks: number) {
  const maria = await foundCoalition(store, inSlack);
  for (const channelId of channels.slice(1)) await linkPlace(store, maria, { ...inSlack, channelId }, 'Maria');
  for (let task = 0; task < tasks; task += 1) await addTask(maria, { title: 'Call the food bank' });
}

const count = (store: Store, status: 'pending' | 'leased' | 'sent') => store.db.delivery.count({ where: { status } });

describe('the outbox', () => {
  it('says everything once, to each space in order', async (t) => {
    const store = await openTestStore(t);
    await planTasks(store, ['C1', 'C2', 'C3'], 15);
    const { posts, platform } = createNotebook();
    const outbox = open(t, store, platform);
    outbox.start();
    await untilAllSaid({ store }, outbox.log);
    assert.equal(posts.length, 45);
    for (const heard of Map.groupBy(posts, ({ channelId }) => channelId).values()) {
      const ids = heard.map(({ deliveryId }) => deliveryId);
      assert.deepEqual(ids, ids.toSorted());
    }
    assert.equal(await store.db.card.count(), 45);
    const sent = await store.db.delivery.findMany({ where: { status: 'sent' } });
    for (const { id, messageId } of sent) assert.equal(messageId, `m-${id}`);
  });

  it('shares the work with others and doubles nothing', async (t) => {
    const store = await openTestStore(t);
    await planTasks(store, ['C1', 'C2', 'C3', 'C4'], 10);
    const { posts, platform } = createNotebook();
    const log = createListeningLog();
    for (const worker of ['one', 'two']) open(t, store, platform, { worker, log }).start();
    await untilAllSaid({ store }, log);
    assert.equal(await count(store, 'sent'), 40);
    assert.equal(new Set(posts.map(({ deliveryId }) => deliveryId)).size, 40);
    assert.equal(posts.length, 40);
  });

  it('gives back at its end what it has not begun', async (t) => {
    const store = await openTestStore(t);
    await planTasks(store, ['C1'], 5);
    const begun = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const { posts, platform } = createNotebook(() => {
      begun.resolve();
      return answered.promise;
    });
    const outbox = open(t, store, platform);
    outbox.start();
    await begun.promise;
    assert.equal(await count(store, 'leased'), 5);
    const stopped = outbox.stop();
    answered.resolve();
    await stopped;
    assert.equal(posts.length, 1);
    const rest = await store.db.delivery.findMany({ where: { status: 'pending' } });
    assert.deepEqual(
      rest.map(({ attempts, leasedUntil }) => [attempts, leasedUntil]),
      Array.from({ length: 4 }, () => [0, null]),
    );
  });

  it('keeps the rest of a space waiting for one that has to be tried again', async (t) => {
    const store = await openTestStore(t);
    await planTasks(store, ['C1'], 3);
    let refusals = 1;
    const { posts, platform } = createNotebook(async () => {
      if (refusals-- > 0) throw new PlatformError('later', 'busy');
    });
    const outbox = open(t, store, platform);
    outbox.start();
    await untilAllSaid({ store }, outbox.log);
    const ids = posts.map(({ deliveryId }) => deliveryId);
    assert.equal(ids.length, 3);
    assert.deepEqual(ids, ids.toSorted());
    const attempts = await store.db.delivery.findMany({ orderBy: { id: 'asc' }, select: { attempts: true } });
    assert.deepEqual(
      attempts.map((row) => row.attempts),
      [2, 1, 1],
    );
  });

  it('leaves the store alone for a while once it had no more, so that what comes free is taken together', async (t) => {
    const store = await openTestStore(t);
    await planTasks(store, ['C1', 'C2', 'C3'], 1);
    const looks: number[] = [];
    const looked = (place: number) => async () => {
      while (looks.length < place) await new Promise(setImmediate);
    };
    const { platform } = createNotebook(looked(2));
    const waiting: Pace['waiting'] = (now) => {
      looks.push(performance.now());
      return unpaced.waiting(now);
    };
    open(t, store, platform, { pace: { ...unpaced, waiting } }).start();
    // The first takes all three, the second finds nothing more; then each of the three makes room for a third.
    await looked(3)();
    const [, empty = 0, next = 0] = looks;
    assert.ok(next - empty >= 98, `${next - empty} ms`);
  });
});
