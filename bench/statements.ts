import { createRequire } from 'node:module';
import pg from 'pg';
import type { Store } from '../src/store/open.ts';

/** A statement as it reached the database. */
interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** By what settings of its transaction it was planned. */
  readonly settings: readonly string[];
}

const seen: Statement[] = [];
listenToPostgres();
listenToSqlite();

/** All statements that reached either database while that was done, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  seen.length = 0;
  await work();
  return [...seen];
}

/** The queries among them, each once. */
export async function queriesOf(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const queries = (await statementsOf(work)).filter(
    ({ sql }) => sql.trimStart().startsWith('SELECT') && sql.includes('WHERE'),
  );
  return [...new Map(queries.map((query) => [query.sql, query])).values()];
}

/** How the database goes about a query, in its own words. */
export async function explain({ kind, db }: Store, url: string, query: Statement): Promise<string[]> {
  const { sql, values, settings } = query;
  if (kind === 'sqlite') {
    const lines = await db.$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    return lines.map(({ detail }) => detail);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const setting of ['BEGIN', ...settings]) await client.query(setting);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${sql}`, [...values]);
    return rows.map((row) => row['QUERY PLAN']);
  } finally {
    await client.end();
  }
}

function listenToPostgres(): void {
  const query = pg.Client.prototype.query;
  const settings = new WeakMap<pg.Client, readonly string[]>();
  pg.Client.prototype.query = function listening(this: pg.Client, ...given: unknown[]) {
    const [config] = given as [{ text?: string; values?: unknown[] } | undefined];
    const sql = typeof config?.text === 'string' ? config.text : '';
    const known = sql.startsWith('BEGIN') ? [] : (settings.get(this) ?? []);
    settings.set(this, sql.startsWith('SET LOCAL') ? [...known, sql] : known);
    if (sql !== '') seen.push({ sql, values: config?.values ?? [], settings: known });
    return Reflect.apply(query, this, given);
  } as typeof query;
}

/** SQLite plans without looking at the values, so that none are kept. */
function listenToSqlite(): void {
  const database = createRequire(import.meta.url)('better-sqlite3') as { prototype: Sqlite };
  const { prepare } = database.prototype;
  database.prototype.prepare = function listening(sql) {
    seen.push({ sql, values: Array.from(sql.matchAll(/\?/g), () => null), settings: [] });
    return Reflect.apply(prepare, this, [sql]);
  };
}

interface Sqlite {
  prepare: (this: Sqlite, sql: string) => unknown;
}
