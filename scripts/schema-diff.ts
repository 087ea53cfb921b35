import { randomUUID } from 'node:crypto';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { readMigrationsSoFar } from '../src/store/migrations.ts';
import { openSchemaEngine } from '../src/store/schema-engine.ts';
import { readSchema } from './prisma-schema.ts';

/** The SQL that leads from the SQLite migrations to prisma/schema.prisma; null where they agree. */
export function diffSqlite(): Promise<string | null> {
  const connect = async () => runningScripts(await new PrismaBetterSqlite3({ url: ':memory:' }).connect());
  return diff('sqlite', { provider: 'sqlite', adapterName: 'sqlite', connect, connectToShadowDb: connect });
}

/**
 * The same for PostgreSQL. What the migrations come to can only be seen on a server: `url` is one where a database
 * may be made and dropped again.
 */
export async function diffPostgres(url: string): Promise<string | null> {
  const pool = new pg.Pool({ connectionString: url });
  const script = await diff('postgresql', {
    provider: 'postgres',
    adapterName: 'postgres',
    connect: () => new PrismaPg(pool).connect(),
    connectToShadowDb: () => connectToNewDatabase(url),
  }).finally(() => pool.end());
  // Every database has this schema, and asking for it takes a right that Convener's account may well not have.
  return script?.replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', '') ?? null;
}

async function diff(
  kind: 'sqlite' | 'postgresql',
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string | null> {
  const content = readSchema(kind);
  const engine = await openSchemaEngine(factory, content);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await readMigrationsSoFar(kind)) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    // As of `git diff --exit-code`, 0 says that there is none.
    return exitCode === 0 ? null : stdout;
  } finally {
    engine.free();
  }
}

/**
 * The engine sends a whole migration as one query, which better-sqlite3 takes as a script alone; and asks for an index by
 * a name in double quotes, where better-sqlite3 keeps to the standard, by which that is a column.
 */
function runningScripts(inner: SqlDriverAdapter): SqlDriverAdapter {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => inner.queryRaw({ ...query, sql: query.sql.replace(/ name = "(\w+)"/, " name = '$1'") }),
    executeRaw: async (query) => {
      if (query.args.length > 0) return inner.executeRaw(query);
      await inner.executeScript(query.sql);
      return 0;
    },
    executeScript: (script) => inner.executeScript(script),
    startTransaction: (isolation) => inner.startTransaction(isolation),
    dispose: () => inner.dispose(),
  };
}

/** A database for the engine to try the migrations in, gone when it is done. */
async function connectToNewDatabase(url: string): Promise<SqlDriverAdapter> {
  const name = `convener_shadow_${randomUUID().replaceAll('-', '')}`;
  await runOn(url, `CREATE DATABASE ${name}`);
  const address = new URL(url);
  address.pathname = name;
  const pool = new TextualCharPool({ connectionString: address.href });
  const adapter = await new PrismaPg(pool).connect();
  return Object.assign(adapter, {
    dispose: async () => {
      await pool.end();
      await runOn(url, `DROP DATABASE ${name}`);
    },
  });
}

async function runOn(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** The catalogue has columns of PostgreSQL's internal one-byte `"char"`, which the adapter does not know: as text. */
class TextualCharPool extends pg.Pool {
  static readonly #char = 18;
  static readonly #text = 25;

  // biome-ignore lint/suspicious/noExplicitAny: the driver declares a dozen overloads, and this passes all of them on
  override async query(...query: any[]): Promise<any> {
    const result = await (super.query as (...query: unknown[]) => Promise<pg.QueryResult>)(...query);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === TextualCharPool.#char) field.dataTypeID = TextualCharPool.#text;
    }
    return result;
  }
}
