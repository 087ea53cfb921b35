/**
 * Writes the migrations that lead to prisma/schema.prisma as it is now, for both databases:
 *
 *     npm run migration -- add-check-ins
 *
 * Read what it wrote before you commit it. Needs a PostgreSQL: the one of TEST_DATABASE_URL, or one that is installed,
 * which it starts for the moment.
 *
 * Until the first release the first migration may be written anew instead:
 *
 *     rm -r prisma/migrations
 *     npm run migration -- init
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { StoreKind } from '../src/store/address.ts';
import { lockfile, migrationsFolder } from '../src/store/migrations.ts';
import { diffPostgres, diffSqlite } from './schema-diff.ts';
import { getTestPostgres } from './temporary-postgres.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(name)) {
  console.error('Usage: npm run migration -- <name>   (lower case letters, digits and dashes)');
  process.exit(2);
}

const postgres = await getTestPostgres();
try {
  const scripts = { sqlite: await diffSqlite(), postgresql: await diffPostgres(postgres.url) };
  const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
  write('sqlite', `${stamp}_${name}`, scripts.sqlite);
  write('postgresql', `${stamp}_${name}`, scripts.postgresql);
} finally {
  await postgres.stop();
}

function write(kind: StoreKind, migration: string, sql: string | null): void {
  if (sql === null) {
    console.log(`${kind}: the migrations agree with the schema already`);
    return;
  }
  const folder = new URL(`${migration}/`, migrationsFolder(kind));
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('migration_lock.toml', migrationsFolder(kind)), lockfile(kind));
  writeFileSync(new URL('migration.sql', folder), sql);
  console.log(`${kind}: prisma/migrations/${kind}/${migration}/migration.sql`);
}
