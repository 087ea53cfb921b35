/**
 * A process of its own on the database of PostgreSQL that its first argument names, and that asks one connection for two
 * things: `together`, `in-turn`, or by Prisma as the `relations` of a third one.
 */
import pg from 'pg';
import { openStore } from '../../src/store/open.ts';
import { refuseSeveralAtOnce } from './one-at-a-time.ts';

const [, , databaseUrl = '', work] = process.argv;

async function askForRelations(): Promise<void> {
  const store = await openStore({ databaseUrl, dataDirectory: '.' });
  const now = new Date('2027-03-01T12:00:00Z');
  await store.db.$transaction(async (tx) => {
    const person = await tx.person.create({ data: { name: 'Maria', createdAt: now } });
    const coalition = await tx.coalition.create({
      data: { name: 'Riverside', zone: 'UTC', locale: 'en', createdAt: now },
    });
    await tx.member.create({ data: { coalitionId: coalition.id, personId: person.id, joinedAt: now } });
    await tx.member.findMany({ include: { person: true, coalition: true } });
  });
  await store.close();
}

async function ask(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const first = client.query('SELECT 1');
  if (work === 'in-turn') await first;
  await Promise.all([first, client.query('SELECT 2')]);
  await client.end();
}

refuseSeveralAtOnce();
await (work === 'relations' ? askForRelations() : ask());
