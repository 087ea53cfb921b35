import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StoreError } from './store-error.ts';

export type StoreKind = 'sqlite' | 'postgresql';

/** Where the store stands. `name` is the address as it may be shown: without user and password. */
export type StoreAddress =
  | { readonly kind: 'sqlite'; readonly file: string; readonly name: string }
  | { readonly kind: 'postgresql'; readonly url: string; readonly name: string };

/**
 * Reads `DATABASE_URL`: `postgresql://`, `postgres://` or `file:`; without one it is `convener.db` in the data folder.
 * Throws `store.url`.
 */
export function parseAddress(databaseUrl: string | undefined, dataDirectory: string): StoreAddress {
  if (databaseUrl === undefined || databaseUrl === '') return toSqlite(join(dataDirectory, 'convener.db'));
  if (databaseUrl.startsWith('file:')) return parseFile(databaseUrl);
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) return parsePostgres(databaseUrl);
  throw new StoreError('store.url', 'DATABASE_URL must begin with postgresql://, postgres:// or file:');
}

function toSqlite(path: string): StoreAddress {
  const file = resolve(path);
  return { kind: 'sqlite', file, name: file };
}

function parseFile(databaseUrl: string): StoreAddress {
  const [path = ''] = databaseUrl.slice('file:'.length).split('?', 1);
  if (path === '' || path.includes(':memory:')) {
    throw new StoreError('store.url', 'DATABASE_URL must name a file after file:, as in file:./data/convener.db');
  }
  return toSqlite(path.startsWith('//') ? readFileUrl(`file:${path}`) : path);
}

function readFileUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new StoreError('store.url', 'DATABASE_URL is no file address; write it as file:./data/convener.db');
  }
}

function parsePostgres(url: string): StoreAddress {
  if (!URL.canParse(url)) {
    throw new StoreError(
      'store.url',
      'DATABASE_URL cannot be read; write it as postgresql://user:password@host:5432/database, ' +
        'with special characters of the password percent-encoded',
    );
  }
  const { host, pathname } = new URL(url);
  return { kind: 'postgresql', url, name: `${host}${pathname}` };
}
