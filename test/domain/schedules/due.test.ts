import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { findDueSchedules } from '../../../src/domain/schedules/due.ts';
import { PrismaClient } from '../../../src/store/generated/sqlite/client.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Db } from '../../../src/store/scope.ts';
import { foundOnBoth, noon } from '../../support/members.ts';
import { createTestDatabase } from '../../support/store.ts';

test('looking for what is due follows the index to what is due, however much is still to come', async (t) => {
  const database = await createTestDatabase(t);
  const store = await openStore(database);
  t.after(store.close);
  const { maria } = await foundOnBoth(store);
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    ...{ coalitionId: maria.coalition.id, subject: 'reminder', subjectId: String(index), letter: 'reminder.due' },
    ...{ urgent: false, window: 60, wall: '2028-01-01T09:00', zone: 'UTC', nextWall: '2028-01-01T09:00' },
    ...{ nextAt: new Date(Date.UTC(2028, 0, 1, 9, index)), createdAt: noon },
  }));
  await store.db.schedule.createMany({ data: rows });
  const plan = await explain(database.databaseUrl, (db) => findDueSchedules(db, noon, 200));
  assert.match(plan, /USING INDEX Schedule_nextAt_idx|Index Scan using "Schedule_nextAt_idx"/, plan);
  assert.doesNotMatch(plan, /\bSCAN\b|Seq Scan|\bSort\b|TEMP B-TREE/, plan);
});

/** How the database answers the query that is made. */
async function explain(databaseUrl: string, ask: (db: Db) => Promise<unknown>): Promise<string> {
  const log = [{ emit: 'event', level: 'query' }] as const;
  const isFile = databaseUrl.startsWith('file:');
  const db = isFile
    ? new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: databaseUrl }), log: [...log] })
    : await connectPostgres(databaseUrl, [...log]);
  const asked: { query: string; params: string }[] = [];
  db.$on('query', (event) => void asked.push(event));
  await ask(db as Db);
  const [{ query = '', params = '[]' } = {}] = asked;
  if (!isFile) await db.$executeRawUnsafe('ANALYZE "Schedule"');
  const rows = await db.$queryRawUnsafe<object[]>(
    `${isFile ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'} ${query}`,
    ...withDates(JSON.parse(params)),
  );
  await db.$disconnect();
  return rows.map((row) => Object.values(row).join(' ')).join('\n');
}

async function connectPostgres(connectionString: string, log: { emit: 'event'; level: 'query' }[]) {
  const { PrismaClient: Postgres } = await import('../../../src/store/generated/postgresql/client.ts');
  // Both clients come from one schema.
  return new Postgres({ adapter: new PrismaPg({ connectionString }), log }) as unknown as PrismaClient<'query'>;
}

/** The log writes dates as text; PostgreSQL wants them as what they are. */
function withDates(params: readonly unknown[]): unknown[] {
  return params.map((param) => (typeof param === 'string' && /^\d{4}-\d\d-\d\d/.test(param) ? new Date(param) : param));
}
