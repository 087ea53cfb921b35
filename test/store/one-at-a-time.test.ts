import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTestDatabase } from '../support/store.ts';

const program = fileURLToPath(new URL('../support/asking-process.ts', import.meta.url));
const skip = !process.env.TEST_DATABASE_URL && 'of PostgreSQL alone';
const run = promisify(execFile);

/** How the process ends that asks like that. */
async function ask(t: TestContext, work: string) {
  const { databaseUrl } = await createTestDatabase(t);
  return run(process.execPath, [program, databaseUrl, work]);
}

it('fails where one connection is asked for two things at once', { skip }, async (t) => {
  await assert.rejects(ask(t, 'together'), /asked for SELECT 2 while the same connection answers SELECT 1/);
});

it('lets it be asked in turn, and by Prisma for two relations of one thing', { skip }, async (t) => {
  for (const work of ['in-turn', 'relations']) await assert.doesNotReject(ask(t, work), work);
});
