/**
 * Kills bots again and again while they have much to say, and reckons up what the platforms received; then has coalitions
 * live through a year: `npm run soak`, on SQLite and then on PostgreSQL (the server of TEST_DATABASE_URL, or a temporary
 * one). `npm run soak -- --short` takes two minutes. `--seed <number>` throws the dice of the run that had this seed,
 * `--on sqlite` or `--on postgres` keeps to one of the two, `--variant <words>` to the variants with these words, or to
 * the year (`--variant year`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getTestPostgres } from '../../scripts/temporary-postgres.ts';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    on: { type: 'string' },
    variant: { type: 'string' },
  },
});

let interrupted = false;
let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    running?.kill(signal);
  });
}

const { on = '', seed, variant, short } = options;
const sqlite = on === 'postgres' ? 0 : await soak('sqlite.soak.ts', {});
const postgres = on === 'sqlite' || interrupted ? 0 : await soakPostgres();
process.exitCode = sqlite || postgres;

async function soakPostgres(): Promise<number> {
  const { url, stop } = await getTestPostgres();
  try {
    return interrupted ? 1 : await soak('postgres.soak.ts', { TEST_DATABASE_URL: url });
  } finally {
    await stop();
  }
}

/** The code of the tests in that file; 1 where a signal ended them. */
async function soak(file: string, database: { readonly TEST_DATABASE_URL?: string }): Promise<number> {
  const { TEST_DATABASE_URL: _, ...env } = process.env;
  const chosen = variant === undefined ? [] : [`--test-name-pattern=${variant}`];
  running = spawn(process.execPath, ['--test', ...chosen, fileURLToPath(new URL(file, import.meta.url))], {
    env: {
      ...{ ...env, ...database, TZ: 'UTC' },
      ...(short && { SOAK_LENGTH: 'short' }),
      ...(seed !== undefined && { SOAK_SEED: seed }),
    },
    stdio: 'inherit',
  });
  const [code] = await once(running, 'exit');
  return typeof code === 'number' ? code : 1;
}
