import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '../../src/store/generated/sqlite/client.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/scope.ts';

// All of this is about SQLite's one connection, so these tests stay on it wherever the others run.

const now = new Date('2027-03-01T12:00:00Z');

async function openFile(t: TestContext): Promise<{ db: Db; file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'convener-gate-'));
  const store = await openStore({ dataDirectory: folder });
  t.after(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  return { db: store.db, file: join(folder, 'convener.db') };
}

function person(name: string) {
  return { data: { name, createdAt: now } };
}

/** Rolls a transaction back while a write from outside of it is under way, and tells who is remembered. */
async function writeBesideRollback(db: Db): Promise<string[]> {
  const opened = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const undone = db.$transaction(async (tx) => {
    await tx.person.create(person('inside'));
    opened.resolve();
    await mayEnd.promise;
    throw new Error('undone');
  });
  await opened.promise;
  const beside = db.person.create(person('outside')).then(({ name }) => name);
  await Promise.race([beside, turns(200)]);
  mayEnd.resolve();
  await assert.rejects(undone, /undone/);
  assert.equal(await beside, 'outside');
  return (await db.person.findMany()).map(({ name }) => name);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await nextTurn();
}

test('without the gate an acknowledged write disappears with the transaction it fell into', async (t) => {
  const { file } = await openFile(t);
  const ungated = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: file }) });
  t.after(() => ungated.$disconnect());
  assert.deepEqual(await writeBesideRollback(ungated), []);
});

test('behind the gate an acknowledged write outlives the rollback of a transaction beside it', async (t) => {
  const { db } = await openFile(t);
  assert.deepEqual(await writeBesideRollback(db), ['outside']);
});

test('transactions that read and then write take turns', async (t) => {
  const { db } = await openFile(t);
  const { id } = await db.person.create(person('0'));
  const count = async () =>
    db.$transaction(async (tx) => {
      const { name } = await tx.person.findUniqueOrThrow({ where: { id } });
      await nextTurn();
      await tx.person.update({ where: { id }, data: { name: String(Number(name) + 1) } });
    });
  await Promise.all(Array.from({ length: 20 }, count));
  assert.equal((await db.person.findUniqueOrThrow({ where: { id } })).name, '20');
});

test('a query on the outer client within a transaction throws instead of waiting for itself', async (t) => {
  const { db } = await openFile(t);
  const mistaken: (() => Promise<unknown>)[] = [
    async () => db.person.count(),
    async () => db.$queryRaw`SELECT 1`,
    () => db.$transaction(async () => {}),
    () => db.$transaction([db.person.count()]),
  ];
  for (const mistake of mistaken) {
    await assert.rejects(db.$transaction(mistake), /outer client/);
  }
  assert.equal(await db.person.count(), 0);
});

test('what a transaction set going may use the outer client once the transaction has ended', async (t) => {
  const { db } = await openFile(t);
  const ended = Promise.withResolvers<void>();
  const [later] = await db.$transaction(async (tx) => {
    await tx.person.create(person('inside'));
    return [ended.promise.then(() => db.person.count())];
  });
  ended.resolve();
  assert.equal(await later, 1);
});

test('a commit that fails undoes its transaction and lets the next one in', async (t) => {
  const { db } = await openFile(t);
  const account = { platform: 'slack', workspaceId: 'T1', accountId: 'U1', name: 'Nobody', createdAt: now } as const;
  const failing = db.$transaction(async (tx) => {
    await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
    await tx.account.create({ data: { ...account, personId: 'absent' } });
  });
  await assert.rejects(failing, /ForeignKeyConstraint/);
  assert.equal(await db.account.count(), 0);
  assert.equal(await db.$transaction((tx) => tx.person.count()), 0);
});

test('a transaction that gave up waiting does not close the gate', async (t) => {
  const { db } = await openFile(t);
  const opened = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const holding = db.$transaction(async (tx) => {
    await tx.person.create(person('patient'));
    opened.resolve();
    await mayEnd.promise;
  });
  await opened.promise;
  await assert.rejects(
    db.$transaction((tx) => tx.person.create(person('hasty')), { maxWait: 1 }),
    /P2028|given time/,
  );
  mayEnd.resolve();
  await holding;
  assert.deepEqual(
    (await db.person.findMany()).map(({ name }) => name),
    ['patient'],
  );
});

test('a transaction that takes too long is rolled back and lets the next one in', async (t) => {
  const { db } = await openFile(t);
  const tooLong = db.$transaction(
    async (tx) => {
      await tx.person.create(person('slow'));
      // Queries alone would never let a timer run.
      for (;;) await nextTurn().then(() => tx.person.count());
    },
    { timeout: 20 },
  );
  await assert.rejects(tooLong, /expired transaction|already closed/);
  assert.equal(await db.person.count(), 0);
});

test('a nested transaction that fails undoes its own part alone', async (t) => {
  const { db } = await openFile(t);
  await db.$transaction(async (tx) => {
    await tx.person.create(person('kept'));
    const nested = tx.$transaction(async (inner) => {
      await inner.person.create(person('undone'));
      throw new Error('undone');
    });
    await assert.rejects(nested, /undone/);
  });
  assert.deepEqual(
    (await db.person.findMany()).map(({ name }) => name),
    ['kept'],
  );
});

test('queries from outside that are asked for in the same tick as one of an open transaction are served', async (t) => {
  const { db } = await openFile(t);
  const find = { where: { id: 'nobody' } };
  const opened = Promise.withResolvers<void>();
  const tick = Promise.withResolvers<void>();
  const within = db.$transaction(async (tx) => {
    opened.resolve();
    await tick.promise;
    return tx.person.findUnique(find);
  });
  await opened.promise;
  const beside = tick.promise.then(() => Promise.all([db.person.findUnique(find), db.person.findUnique(find)]));
  await nextTurn();
  tick.resolve();
  assert.deepEqual(await Promise.all([within, beside]), [null, [null, null]]);
});
