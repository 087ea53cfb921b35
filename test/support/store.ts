import { after, type TestContext } from 'node:test';
import { openStore, type Store } from '../../src/store/open.ts';
import { createTemplate, maker, type TestDatabase, toDatabase } from './databases.ts';

let ownTemplate: Promise<string> | undefined;
const emptied: string[] = [];

after(async () => {
  for (const databaseUrl of emptied) await maker.remove(databaseUrl);
  if (ownTemplate) await maker.remove(await ownTemplate);
});

/**
 * A fresh store with all its tables: a file of its own or, where TEST_DATABASE_URL names a PostgreSQL server, a
 * database of its own there. Closed and removed when the test and all its other hooks have ended.
 */
export async function openTestStore(t: TestContext): Promise<Store> {
  const databaseUrl = emptied.pop() ?? (await createWithTables());
  const store = await openStore(toDatabase(databaseUrl));
  runLast(t, async () => {
    await store.close();
    await dispose(databaseUrl);
  });
  return store;
}

/** A fresh database with all its tables, for bots and for tests that open it themselves or in other processes. */
export async function createTestDatabase(t: TestContext): Promise<TestDatabase> {
  return removeLast(t, await createWithTables());
}

/** The same without any table, for tests of what makes them. */
export async function createEmptyDatabase(t: TestContext): Promise<TestDatabase> {
  return removeLast(t, await maker.create());
}

async function dispose(databaseUrl: string): Promise<void> {
  if (!maker.empty) return maker.remove(databaseUrl);
  await maker.empty(databaseUrl);
  emptied.push(databaseUrl);
}

/** A copy of the template of the whole run or, for a file that is run alone, of one of its own. */
async function createWithTables(): Promise<string> {
  const given = process.env.TEST_TEMPLATE;
  if (given) return maker.create(given);
  ownTemplate ??= createTemplate();
  return maker.create(await ownTemplate);
}

function removeLast(t: TestContext, databaseUrl: string): TestDatabase {
  runLast(t, () => maker.remove(databaseUrl));
  return toDatabase(databaseUrl);
}

/** Hooks run in the order in which they were added; one that a hook adds runs after all of them. */
function runLast(t: TestContext, work: () => Promise<void>): void {
  t.after(() => t.after(work));
}
