import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Log } from '../core/ports.ts';
import { applyMigrations } from './migrations.ts';
import type { Db } from './scope.ts';
import { describe, StoreError } from './store-error.ts';
import { transactionOptions } from './transaction-options.ts';

/** Connections of one process at most. PostgreSQL allows 100 for all by default. */
const poolSize = 10;

/**
 * The schema engine's own lock, which it waits ten seconds for and then fails. Taken before it, by the same connection,
 * a process waits for as long as another one migrates.
 */
const begin = 'BEGIN; SELECT pg_advisory_xact_lock(72707369)';

/** How long a query waits for a connection, in milliseconds. */
const connectionTimeout = 15_000;

/**
 * Connects and brings the tables up to date; `applied` are the migrations that were missing. `name` is the address as
 * it may be shown. Throws `StoreError`.
 */
export async function openPostgres(
  url: string,
  name: string,
  log: Log | undefined,
): Promise<{ db: Db; applied: readonly string[] }> {
  const config = { connectionString: url, connectionTimeoutMillis: connectionTimeout, application_name: 'convener' };
  const applied = await migrate(config, name);
  const lost = (error: Error) => log?.warn({ reason: error.message }, 'a connection to the database was lost');
  const adapter = new PrismaPg({ ...config, max: poolSize }, { onPoolError: lost, onConnectionError: lost });
  const { PrismaClient } = await import('./generated/postgresql/client.ts');
  // Both clients come from one schema and differ in the database alone, so the program knows the type of the first.
  return { db: new PrismaClient({ adapter, transactionOptions }) as unknown as Db, applied };
}

async function migrate(config: pg.PoolConfig, name: string): Promise<readonly string[]> {
  // One connection that is never given up: the transaction and the lock belong to it.
  const pool = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => {});
  try {
    await reach(pool, name);
    const adapter = await new PrismaPg(pool).connect();
    const runScript = async (sql: string) => void (await pool.query(sql));
    return await applyMigrations('postgresql', { adapter, runScript, begin });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('store.migration', `The tables of ${name} do not come up to date: ${describe(error)}`);
  } finally {
    await pool.end();
  }
}

async function reach(pool: pg.Pool, name: string): Promise<void> {
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    throw new StoreError('store.unreachable', `The database ${name} cannot be reached: ${describe(error)}`);
  }
}
