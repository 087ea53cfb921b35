import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import pg from 'pg';
import { openStore, type Store } from '../../src/store/open.ts';

/** Where a fresh store stands, as `openStore` is told. */
export interface TestDatabase {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
}

/** Makes fresh databases of one kind. `template` is the first one, with all tables, from which the others are copied. */
interface Maker {
  readonly create: (template?: string) => Promise<string>;
  readonly remove: (databaseUrl: string) => Promise<void>;
  /** Empties one for the next test, where that is much faster than to remove it. */
  readonly empty?: (databaseUrl: string) => Promise<void>;
}

const server = process.env.TEST_DATABASE_URL;
const maker: Maker = server ? createPostgresMaker(server) : createSqliteMaker();
let template: Promise<string> | undefined;
const emptied: string[] = [];

after(async () => {
  for (const databaseUrl of emptied) await maker.remove(databaseUrl);
  if (template) await maker.remove(await template);
});

/**
 * A fresh store with all its tables: a file of its own or, where TEST_DATABASE_URL names a PostgreSQL server, a
 * database of its own there. Closed and removed when the test and all its other hooks have ended.
 */
export async function openTestStore(t: TestContext): Promise<Store> {
  const databaseUrl = emptied.pop() ?? (await createWithTables());
  const store = await openStore(toDatabase(databaseUrl));
  runLast(t, async () => {
    await store.close();
    await dispose(databaseUrl);
  });
  return store;
}

/** A fresh database without any table, for tests that open it themselves or in other processes. */
export async function createTestDatabase(t: TestContext): Promise<TestDatabase> {
  const databaseUrl = await maker.create();
  runLast(t, () => maker.remove(databaseUrl));
  return toDatabase(databaseUrl);
}

async function dispose(databaseUrl: string): Promise<void> {
  if (!maker.empty) return maker.remove(databaseUrl);
  await maker.empty(databaseUrl);
  emptied.push(databaseUrl);
}

/** One that is used again gets its tables when it is opened; the others are copies of one that has them. */
async function createWithTables(): Promise<string> {
  if (maker.empty) return maker.create();
  template ??= createTemplate();
  return maker.create(await template);
}

async function createTemplate(): Promise<string> {
  const databaseUrl = await maker.create();
  const store = await openStore(toDatabase(databaseUrl));
  await store.close();
  return databaseUrl;
}

/** Hooks run in the order in which they were added; one that a hook adds runs after all of them. */
function runLast(t: TestContext, work: () => Promise<void>): void {
  t.after(() => t.after(work));
}

function toDatabase(databaseUrl: string): TestDatabase {
  return { databaseUrl, dataDirectory: tmpdir() };
}

function createSqliteMaker(): Maker {
  const fileOf = (databaseUrl: string) => databaseUrl.slice('file:'.length);
  return {
    create: async (template) => {
      const file = join(await mkdtemp(join(tmpdir(), 'convener-test-')), 'convener.db');
      if (template) await copyFile(fileOf(template), file);
      return `file:${file}`;
    },
    remove: (databaseUrl) => rm(join(fileOf(databaseUrl), '..'), { recursive: true }),
  };
}

const emptyAllTables = `DO $$ BEGIN EXECUTE (
  SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
  WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
); END $$`;

/** What is loaded side by side in a transaction asks one connection for several things at once. */
function refuseSeveralAtOnce(): void {
  process.on('warning', (warning) => {
    if (warning.message.includes('already executing a query')) throw warning;
  });
}

function createPostgresMaker(server: string): Maker {
  refuseSeveralAtOnce();
  const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1);
  const run = async (sql: string, databaseUrl = server) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  return {
    create: async () => {
      const address = new URL(server);
      address.pathname = `convener_test_${randomUUID().replaceAll('-', '')}`;
      await run(`CREATE DATABASE ${nameOf(address.href)}`);
      return address.href;
    },
    remove: (databaseUrl) => run(`DROP DATABASE ${nameOf(databaseUrl)}`),
    empty: (databaseUrl) => run(emptyAllTables, databaseUrl),
  };
}
