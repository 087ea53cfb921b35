import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type { StoreKind } from './address.ts';
import { openSchemaEngine } from './schema-engine.ts';
import { StoreError } from './store-error.ts';

/** The migrations of one kind of database, oldest first. */
export function migrationsFolder(kind: StoreKind): URL {
  return new URL(`../../prisma/migrations/${kind}/`, import.meta.url);
}

/**
 * Reads them as the schema engine wants them. Throws `StoreError` where there are none: without, an empty database would
 * pass for one that is up to date, and each query would fail.
 */
export async function readMigrations(kind: StoreKind, folder = migrationsFolder(kind)): Promise<MigrationList> {
  const migrations = await readMigrationsSoFar(kind, folder);
  if (migrations.migrationDirectories.length > 0) return migrations;
  throw new StoreError('store.migration', `There are no migrations in ${fileURLToPath(folder)}`);
}

/** The same for whoever is about to write them: the first one has none before it. */
export async function readMigrationsSoFar(kind: StoreKind, folder = migrationsFolder(kind)): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: fileURLToPath(folder),
    lockfile: { path: 'migration_lock.toml', content: lockfile(kind) },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map((name) => readMigration(folder, name))),
  };
}

/** What stands in `migration_lock.toml`: for which database the migrations beside it are. */
export function lockfile(kind: StoreKind): string {
  return `# Written by scripts/create-migration.ts: which database these migrations are for.\nprovider = "${kind}"\n`;
}

async function readMigration(folder: URL, name: string) {
  const value = await readFile(new URL(`${name}/migration.sql`, folder), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
}

/** A connection of its own for the time of the migration. */
export interface MigrationConnection {
  readonly adapter: SqlDriverAdapter;
  /** Runs several statements as they stand, on that same connection. */
  readonly runScript: (sql: string) => Promise<void>;
  /** Opens a transaction that no second process can be in at the same time, or that waits for it. */
  readonly begin: string;
  /** Throws where what was applied is not sound, before it counts. */
  readonly check?: () => Promise<void>;
}

/**
 * Applies what is missing, all of it or none: a crash or a mistake leaves the database as it was. Answers with the
 * names of what was applied.
 */
export async function applyMigrations(kind: StoreKind, connection: MigrationConnection): Promise<readonly string[]> {
  const migrationsList = await readMigrations(kind);
  if (await isUpToDate(connection, migrationsList)) return [];
  const engine = await openSchemaEngine(toFactory(connection));
  await connection.runScript(connection.begin);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    await connection.check?.();
    await connection.runScript('COMMIT');
    return appliedMigrationNames;
  } catch (error) {
    await connection.runScript('ROLLBACK');
    throw error;
  } finally {
    engine.free();
  }
}

/**
 * Whether all of them are applied, by their names, which is what the engine goes by. It is large, and most starts have
 * nothing for it to do. Wherever something is not as it should be, it is asked, and says what.
 */
async function isUpToDate({ adapter }: MigrationConnection, { migrationDirectories }: MigrationList): Promise<boolean> {
  const sql = 'SELECT migration_name, finished_at IS NOT NULL AND rolled_back_at IS NULL FROM _prisma_migrations';
  const { rows } = await adapter.queryRaw({ sql, args: [], argTypes: [] }).catch(() => ({ rows: [] }));
  const applied = new Set(rows.filter(([, sound]) => Boolean(sound)).map(([name]) => name));
  return applied.size === rows.length && migrationDirectories.every(({ path }) => applied.has(path));
}

/** Lets the engine work on the open connection, whose transaction is ours to end. */
function toFactory({ adapter, runScript }: MigrationConnection): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = adapter;
  const connected: SqlDriverAdapter = {
    provider,
    adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: runScript,
    startTransaction: (isolation) => adapter.startTransaction(isolation),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: false },
    dispose: async () => {},
  };
  const noShadow = () => Promise.reject(new Error('migrations are applied without a shadow database'));
  return { provider, adapterName, connect: async () => connected, connectToShadowDb: noShadow };
}
