import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import { refuseSeveralAtOnce } from './one-at-a-time.ts';

/** Where a database stands, as `openStore` is told. */
export interface TestDatabase {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
}

/** Makes fresh databases of one kind: without any table, or as copies of a template that nobody has open. */
interface Maker {
  readonly create: (template?: string) => Promise<string>;
  readonly remove: (databaseUrl: string) => Promise<void>;
  /** Empties all tables of one for the next test, where that is much faster than to remove it. */
  readonly empty?: (databaseUrl: string) => Promise<void>;
}

/** Of the kind that is tested: PostgreSQL where TEST_DATABASE_URL names a server, else SQLite. */
export const maker = toMaker(process.env.TEST_DATABASE_URL);

/** A database with all tables and nothing in them. Whoever asks for it removes it. */
export async function createTemplate(): Promise<string> {
  const databaseUrl = await maker.create();
  const store = await openStore(toDatabase(databaseUrl));
  await store.close();
  return databaseUrl;
}

export function toDatabase(databaseUrl: string): TestDatabase {
  return { databaseUrl, dataDirectory: tmpdir() };
}

function toMaker(server: string | undefined): Maker {
  return server ? createPostgresMaker(server) : createSqliteMaker();
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

function createPostgresMaker(server: string): Maker {
  refuseSeveralAtOnce();
  const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1);
  const run = async (sql: string, databaseUrl = server) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  return {
    create: async (template) => {
      const address = new URL(server);
      address.pathname = `convener_test_${randomUUID().replaceAll('-', '')}`;
      const copied = template ? ` TEMPLATE ${nameOf(template)}` : '';
      await run(`CREATE DATABASE ${nameOf(address.href)}${copied}`);
      return address.href;
    },
    remove: (databaseUrl) => run(`DROP DATABASE ${nameOf(databaseUrl)}`),
    empty: (databaseUrl) => run(emptyAllTables, databaseUrl),
  };
}
