import pg from 'pg';
import { findPostgresPrograms, startTemporaryPostgres } from '../scripts/temporary-postgres.ts';

/** An empty database. */
export interface BenchPostgres extends AsyncDisposable {
  readonly url: string;
}

const name = 'convener_bench';

/** One on the server of TEST_DATABASE_URL, or else on a temporary one that waits for its disk as a real one does. */
export async function openBenchPostgres(): Promise<BenchPostgres> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return openOn(server);
  const programs = findPostgresPrograms();
  if (programs === null) throw new Error('Install PostgreSQL, or set TEST_DATABASE_URL to a server for tests.');
  const { url, stop } = await startTemporaryPostgres(programs, { durable: true });
  return { url, [Symbol.asyncDispose]: stop };
}

async function openOn(server: string): Promise<BenchPostgres> {
  await runOn(server, `DROP DATABASE IF EXISTS ${name}`);
  await runOn(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = name;
  return { url: address.href, [Symbol.asyncDispose]: () => runOn(server, `DROP DATABASE ${name}`) };
}

async function runOn(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
