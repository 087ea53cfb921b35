import type { Log } from '../core/ports.ts';
import { parseAddress, type StoreKind } from './address.ts';
import { noteKind } from './kind.ts';
import { openPostgres } from './postgresql.ts';
import { type Db, inCoalition, type ScopedDb } from './scope.ts';
import { openSqlite } from './sqlite.ts';

/** What Convener remembers, open. */
export interface Store {
  readonly kind: StoreKind;
  /** The installation's client. */
  readonly db: Db;
  /** The client of one coalition. */
  readonly inCoalition: (coalitionId: string) => ScopedDb;
  /** Rejects where the database does not answer. */
  readonly ping: () => Promise<void>;
  /** Lets running queries end and closes the connections. */
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** `postgresql://…`, `postgres://…` or `file:…`; without one, `convener.db` in the data folder. */
  readonly databaseUrl?: string | undefined;
  readonly dataDirectory: string;
  readonly log?: Log;
}

/** Opens the database and brings its tables up to date, also where several processes start at once. Throws `StoreError`. */
export async function openStore({ databaseUrl, dataDirectory, log }: StoreOptions): Promise<Store> {
  const address = parseAddress(databaseUrl, dataDirectory);
  const opened = address.kind === 'sqlite' ? openSqlite(address.file) : openPostgres(address.url, address.name, log);
  const { db, applied } = await opened;
  noteKind(db, address.kind);
  if (applied.length > 0) log?.info({ database: address.name, applied }, 'the tables are up to date');
  return {
    kind: address.kind,
    db,
    inCoalition: (coalitionId) => inCoalition(db, coalitionId),
    ping: async () => void (await db.$queryRaw`SELECT 1`),
    close: () => db.$disconnect(),
  };
}
