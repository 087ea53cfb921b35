/**
 * How long people wait, beside the least that the SDKs allow: the round trip of `/task list` and `/task add` on both
 * platforms, from the typing at the sandbox's server until the private answer is there, and until the card is seen on
 * the other platform. The bare echoes answer a command with a word, by Bolt and by discord.js, in the same process at
 * the same time. On SQLite, and with `--postgres` (or TEST_DATABASE_URL) on PostgreSQL, too.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBareDiscord, startBareSlack } from './bare.ts';
import { startContestants } from './convener.ts';
import { describeMachine } from './machine.ts';
import { type Contestant, measure } from './measure.ts';
import { openBenchPostgres } from './postgres.ts';
import { toTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: Boolean(process.env.TEST_DATABASE_URL) },
    'warm-up': { type: 'string', default: '50' },
    samples: { type: 'string', default: '300' },
  },
});
const warmUp = Number(options['warm-up']);
const samples = Number(options.samples);

console.log(`${describeMachine()}\n${samples} round trips each after ${warmUp} to warm up, taking turns; milliseconds`);
await benchSqlite();
if (options.postgres) await benchPostgres();

async function benchSqlite(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'convener-bench-'));
  try {
    await bench('SQLite', `file:${join(folder, 'convener.db')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchPostgres(): Promise<void> {
  await using postgres = await openBenchPostgres();
  await bench('PostgreSQL', postgres.url);
}

async function bench(title: string, databaseUrl: string): Promise<void> {
  await using parts = new AsyncDisposableStack();
  const bareSlack = parts.use(await startBareSlack());
  const bareDiscord = parts.use(await startBareDiscord());
  const convener = parts.use(await startContestants(databaseUrl));
  const contestants: readonly Contestant[] = [
    bareSlack.contestant,
    ...convener.onSlack,
    bareDiscord.contestant,
    ...convener.onDiscord,
  ];
  const rows = await measure(contestants, { warmUp, samples });
  console.log(`\n${toTable(title, rows)}`);
}
