import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../src/store/open.ts';
import { openBenchPostgres } from './postgres.ts';

/** An empty store of its own. */
export interface BenchStore extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  readonly store: Store;
}

/** On SQLite, in a file of a temporary folder. */
export async function openBenchSqlite(): Promise<BenchStore> {
  const folder = await mkdtemp(join(tmpdir(), 'convener-bench-'));
  const url = `file:${join(folder, 'convener.db')}`;
  const store = await openStore({ databaseUrl: url, dataDirectory: folder });
  const dispose = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { name: 'SQLite', url, store, [Symbol.asyncDispose]: dispose };
}

/** On PostgreSQL, in an empty database. */
export async function openBenchPostgresStore(): Promise<BenchStore> {
  const postgres = await openBenchPostgres();
  const store = await openStore({ databaseUrl: postgres.url, dataDirectory: tmpdir() });
  const dispose = async () => {
    await store.close();
    await postgres[Symbol.asyncDispose]();
  };
  return { name: 'PostgreSQL', url: postgres.url, store, [Symbol.asyncDispose]: dispose };
}
