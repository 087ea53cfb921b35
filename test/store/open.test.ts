import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openStore } from '../../src/store/open.ts';
import { createTestDatabase, openTestStore } from '../support/store.ts';

const now = new Date('2027-03-01T12:00:00.123Z');

async function makeFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'convener-open-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('without an address it is a file in the data folder, which is made', async (t) => {
  const dataDirectory = join(await makeFolder(t), 'not', 'there yet');
  const { kind, db, close } = await openStore({ dataDirectory });
  assert.equal(kind, 'sqlite');
  const setting = async (name: string) =>
    Object.values((await db.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {});
  assert.deepEqual(await setting('journal_mode'), ['wal']);
  assert.deepEqual((await setting('synchronous')).map(Number), [2]);
  assert.deepEqual((await setting('foreign_keys')).map(Number), [1]);
  await close();
  assert.deepEqual(await readdir(dataDirectory), ['convener.db']);
});

test('what was written is there when it is opened again', async (t) => {
  const database = await createTestDatabase(t);
  const first = await openStore(database);
  const { id } = await first.db.person.create({ data: { name: 'María 🌱', createdAt: now } });
  await first.close();
  const second = await openStore(database);
  t.after(second.close);
  const found = await second.db.person.findUniqueOrThrow({ where: { id } });
  assert.equal(found.name, 'María 🌱');
  assert.deepEqual(found.createdAt, now);
});

test('it answers a ping', async (t) => {
  const { ping } = await openTestStore(t);
  await assert.doesNotReject(ping());
});

test('both databases sort, compare and keep JSON alike', async (t) => {
  const { db } = await openTestStore(t);
  const at = (minute: number) => new Date(now.getTime() + minute * 60_000);
  const coalition = await db.coalition.create({ data: { name: 'C', zone: 'UTC', locale: 'en', createdAt: now } });
  const place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;
  const owner = { coalitionId: coalition.id };
  const space = await db.space.create({ data: { ...owner, ...place, name: 'general', linkedAt: now } });
  const data = { changes: [1, 'two', null, { three: true }] };
  for (const minute of [3, 1, 2]) {
    const delivery = { ...owner, spaceId: space.id, letter: 'task.card', subjectId: String(minute), createdAt: now };
    await db.delivery.create({ data: { ...delivery, data, dueAt: at(minute) } });
  }
  const due = await db.delivery.findMany({ where: { dueAt: { lte: at(2) } }, orderBy: { dueAt: 'asc' } });
  assert.deepEqual(
    due.map(({ subjectId }) => subjectId),
    ['1', '2'],
  );
  assert.deepEqual(due[0]?.data, data);
  assert.equal(due[0]?.status, 'pending');
});

test('two that link the same place at once: one fails', async (t) => {
  const { db } = await openTestStore(t);
  const coalition = await db.coalition.create({ data: { name: 'C', zone: 'UTC', locale: 'en', createdAt: now } });
  const place = {
    platform: 'discord',
    workspaceId: 'G1',
    channelId: '1',
    name: 'general',
    linkedPlace: 'd/G1/1',
  } as const;
  const link = () => db.space.create({ data: { coalitionId: coalition.id, ...place, linkedAt: now } });
  const outcomes = await Promise.allSettled([link(), link()]);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  assert.deepEqual(reasons, ['P2002']);
});

const unreadable = {
  'another database': 'mysql://user:hunter2@localhost/convener',
  'a port that is none': 'postgresql://user:hunter2@localhost:port/convener',
  'a password with a slash': 'postgresql://user:hunter2/3@localhost/convener',
  'no file': 'file:',
  'the memory': 'file::memory:',
};

for (const [what, databaseUrl] of Object.entries(unreadable)) {
  test(`an address that names ${what} is refused, without its password`, async () => {
    await assert.rejects(openStore({ databaseUrl, dataDirectory: tmpdir() }), (error: Error) => {
      assert.equal((error as { code?: string }).code, 'store.url');
      assert.match(error.message, /^DATABASE_URL /);
      assert.doesNotMatch(JSON.stringify([error.message, error.stack, error.cause]), /hunter2/);
      return true;
    });
  });
}

test('a server that does not answer is named, without the password', async () => {
  const databaseUrl = 'postgresql://user:hunter2@127.0.0.1:1/convener';
  await assert.rejects(openStore({ databaseUrl, dataDirectory: tmpdir() }), (error: Error) => {
    assert.equal((error as { code?: string }).code, 'store.unreachable');
    assert.match(error.message, /127\.0\.0\.1:1\/convener cannot be reached: .*ECONNREFUSED/);
    assert.doesNotMatch(JSON.stringify([error.message, error.stack, error.cause]), /hunter2/);
    return true;
  });
});

test('a file that is no database is left as it is', async (t) => {
  const file = join(await makeFolder(t), 'notes.txt');
  await writeFile(file, 'These are the notes of our first meeting.\n'.repeat(50));
  const opening = openStore({ databaseUrl: `file:${file}`, dataDirectory: tmpdir() });
  await assert.rejects(opening, {
    code: 'store.unreachable',
    message: /notes\.txt cannot be opened: .*not a database/,
  });
});
