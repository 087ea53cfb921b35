import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { createGate } from './gate.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { applyMigrations, type MigrationConnection } from './migrations.ts';
import type { Db } from './scope.ts';
import { describe, StoreError } from './store-error.ts';
import { transactionOptions } from './transaction-options.ts';

/** How long a query waits for another process that writes to the same file, in milliseconds. */
const busyTimeout = 10_000;

/** FULL: what was acknowledged survives a power cut. The driver's own default in WAL mode would be NORMAL. */
const settings = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;';

/**
 * Opens the file (its folder is made where there is none) and brings its tables up to date; `applied` are the
 * migrations that were missing. Throws `StoreError`.
 */
export async function openSqlite(file: string): Promise<{ db: Db; applied: readonly string[] }> {
  const factory = withSettings(new PrismaBetterSqlite3({ url: file, timeout: busyTimeout }));
  const applied = await migrate(file, factory);
  const gate = createGate();
  const db = new PrismaClient({ adapter: gate.guardDriver(factory), transactionOptions });
  return { db: gate.guardClient(db), applied };
}

function withSettings(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const connect = async () => {
    const connection = await factory.connect();
    await connection.executeScript(settings);
    return connection;
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect };
}

async function migrate(file: string, factory: SqlDriverAdapterFactory): Promise<readonly string[]> {
  const adapter = await reach(file, factory);
  try {
    return await applyMigrations('sqlite', await toMigrationConnection(adapter));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('store.migration', `The tables of ${file} do not come up to date: ${describe(error)}`);
  } finally {
    await adapter.dispose();
  }
}

async function reach(file: string, factory: SqlDriverAdapterFactory): Promise<SqlDriverAdapter> {
  try {
    await mkdir(dirname(file), { recursive: true });
    return await factory.connect();
  } catch (error) {
    throw new StoreError('store.unreachable', `The database file ${file} cannot be opened: ${describe(error)}`);
  }
}

/**
 * Migrations rebuild tables, which foreign keys would take for deletions; they can only be switched off before the
 * transaction, and are checked at its end.
 */
async function toMigrationConnection(adapter: SqlDriverAdapter): Promise<MigrationConnection> {
  await adapter.executeScript('PRAGMA foreign_keys = OFF');
  return {
    adapter,
    runScript: (sql) => adapter.executeScript(sql),
    begin: 'BEGIN IMMEDIATE',
    check: async () => {
      const { rows } = await adapter.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] });
      if (rows.length > 0) throw new Error(`${rows.length} rows refer to rows that are not there`);
    },
  };
}
