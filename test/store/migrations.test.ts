import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { diffPostgres, diffSqlite } from '../../scripts/schema-diff.ts';
import { findPostgresPrograms, getTestPostgres } from '../../scripts/temporary-postgres.ts';
import { lockfile, migrationsFolder, readMigrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { createTestDatabase } from '../support/store.ts';

const noPostgres = !process.env.TEST_DATABASE_URL && findPostgresPrograms() === null && 'PostgreSQL is not installed';

test('the migrations of SQLite come to the schema', async () => {
  assert.equal(await diffSqlite(), null);
});

test('the migrations of PostgreSQL come to the schema', { skip: noPostgres }, async (t) => {
  const postgres = await getTestPostgres();
  t.after(postgres.stop);
  assert.equal(await diffPostgres(postgres.url), null);
});

test('both databases have the same migrations, each with the name of its database', async () => {
  const names = async (kind: 'sqlite' | 'postgresql') =>
    (await readMigrations(kind)).migrationDirectories.map(({ path }) => path);
  const sqlite = await names('sqlite');
  assert.ok(sqlite.length > 0);
  assert.deepEqual(sqlite, await names('postgresql'));
  for (const kind of ['sqlite', 'postgresql'] as const) {
    assert.equal(await readFile(new URL('migration_lock.toml', migrationsFolder(kind)), 'utf8'), lockfile(kind));
  }
});

test('a folder that is empty or not there is no history of the schema', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'convener-migrations-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const path of [`${folder}/`, `${folder}/absent/`]) {
    await assert.rejects(readMigrations('sqlite', pathToFileURL(path)), {
      name: 'StoreError',
      code: 'store.migration',
      message: /no migrations in/,
    });
  }
});

test('a database with tables of another program is refused and left as it is', async (t) => {
  const database = await createTestDatabase(t);
  const store = await openStore(database);
  await store.db.$executeRaw`DROP TABLE "_prisma_migrations"`;
  await store.close();
  await assert.rejects(openStore(database), { code: 'store.migration', message: /schema is not empty/ });
  await assert.rejects(openStore(database), { code: 'store.migration', message: /schema is not empty/ });
});

/** What the database says of its own history, changed by this SQL, so that it is not what the folder says. */
const unfinished = {
  'one that was begun and did not end': 'UPDATE "_prisma_migrations" SET finished_at = NULL',
  'one that is not there yet': 'DELETE FROM "_prisma_migrations"',
  'one that was taken back': 'UPDATE "_prisma_migrations" SET rolled_back_at = started_at',
};

for (const [what, sql] of Object.entries(unfinished)) {
  test(`a database is not taken for up to date where ${what} is among its migrations`, async (t) => {
    const database = await createTestDatabase(t);
    const store = await openStore(database);
    const { length } = await store.db.$queryRaw<unknown[]>`SELECT 1 FROM "_prisma_migrations"`;
    assert.ok(length > 1);
    await store.db.$executeRawUnsafe(
      `${sql} WHERE migration_name = (SELECT min(migration_name) FROM "_prisma_migrations")`,
    );
    await store.close();
    await assert.rejects(openStore(database), { code: 'store.migration', message: /do not come up to date/ });
  });
}
