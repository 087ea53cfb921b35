/**
 * Runs the tests that open a store on PostgreSQL: on the server of TEST_DATABASE_URL (an account that may make databases), or on a
 * temporary one of the installed programs. What stands after `npm run test:postgres --` goes to `node --test`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { getTestPostgres } from './temporary-postgres.ts';

/** Where the store has a part in what is tested; the others would only say again what they say without it. */
const ofStore = ['test/{cli,clockwork,commands,domain,flows,outbox,store,web}/**/*.test.ts', 'test/doorkeeper.test.ts'];

const given = process.argv.slice(2);
const files = given.some((argument) => !argument.startsWith('-')) ? [] : ofStore;

let interrupted = false;
let tests: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    tests?.kill(signal);
  });
}

const postgres = await getTestPostgres();
try {
  process.exitCode = interrupted ? 1 : await runTests(postgres.url);
} finally {
  await postgres.stop();
}

/** The code of the tests; 1 where a signal ended them. */
async function runTests(url: string): Promise<number> {
  tests = spawn(process.execPath, ['--test', '--test-concurrency=2', ...given, ...files], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, TZ: 'UTC', TEST_DATABASE_URL: url },
    stdio: 'inherit',
  });
  const [code] = await once(tests, 'exit');
  return typeof code === 'number' ? code : 1;
}
