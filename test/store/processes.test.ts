import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readMigrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { createEmptyDatabase, createTestDatabase } from '../support/store.ts';

const program = fileURLToPath(new URL('../support/store-process.ts', import.meta.url));

function start(databaseUrl: string, work: 'open' | 'write'): ChildProcess & { lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [program, databaseUrl, work], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return Object.assign(child, { lines });
}

test('processes that start at once bring the tables up to date together, once', async (t) => {
  const database = await createEmptyDatabase(t);
  const children = Array.from({ length: 4 }, () => start(database.databaseUrl, 'open'));
  for (const { lines } of children) assert.equal((await lines.next()).value, 'ready');
  for (const { stdin } of children) stdin?.write('go\n');
  const ends = await Promise.all(
    children.map(async (child) => {
      const exit = once(child, 'exit');
      const { value } = await child.lines.next();
      const [code] = await exit;
      return { code, applied: JSON.parse(value) as { applied: string[] }[] };
    }),
  );
  assert.deepEqual(
    ends.map(({ code }) => code),
    [0, 0, 0, 0],
  );
  const { kind, db, close } = await openStore(database);
  t.after(close);
  const names = (await readMigrations(kind)).migrationDirectories.map(({ path }) => path);
  assert.deepEqual(
    ends.flatMap(({ applied }) => applied.flatMap(({ applied }) => applied)),
    names,
  );
  const rows = await db.$queryRaw<object[]>`SELECT 1 FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`;
  assert.equal(rows.length, names.length);
});

test('a process that is killed has kept every row that was acknowledged', async (t) => {
  const database = await createTestDatabase(t);
  const child = start(database.databaseUrl, 'write');
  const exit = once(child, 'exit');
  await child.lines.next();
  const acknowledged: string[] = [];
  for (let line = await child.lines.next(); !line.done; line = await child.lines.next()) {
    acknowledged.push(line.value);
    if (acknowledged.length === 50) child.kill('SIGKILL');
  }
  assert.equal((await exit)[1], 'SIGKILL');
  const { db, close } = await openStore(database);
  t.after(close);
  const kept = await db.person.findMany({ where: { id: { in: acknowledged } } });
  assert.ok(acknowledged.length >= 50);
  assert.equal(kept.length, acknowledged.length);
  await db.person.create({ data: { name: 'After', createdAt: new Date('2027-03-01T12:00:00Z') } });
});
