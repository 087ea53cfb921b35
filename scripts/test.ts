/**
 * Runs the tests on SQLite or, with `--postgres`, those that open a store on PostgreSQL: on the server of TEST_DATABASE_URL
 * (an account that may make databases), or on a temporary one of the installed programs. What else is given goes to
 * `node --test`, as in `npm test -- test/store/open.test.ts`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { getTestPostgres } from './temporary-postgres.ts';
import { writeTestBundles } from './test-bundles.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the store has a part in what is tested; the others would only say again what they say without it. */
const ofStore = [
  'test/{clockwork,commands,domain,flows,outbox,store,web}/**/*.test.ts',
  'test/cli/{doctor,start}.test.ts',
  'test/doorkeeper.test.ts',
];

const options = ['--test', '--test-concurrency=2', '--test-global-setup=test/support/template.ts'];

const onPostgres = process.argv.includes('--postgres');
const given = process.argv.slice(2).filter((argument) => argument !== '--postgres');
const all = onPostgres ? ofStore : ['test/**/*.test.ts'];
const files = given.some((argument) => !argument.startsWith('-')) ? [] : writeTestBundles(root, all);

let interrupted = false;
let tests: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = true;
    tests?.kill(signal);
  });
}

process.exitCode = onPostgres ? await runOnPostgres() : await runTests({});

async function runOnPostgres(): Promise<number> {
  const { url, stop } = await getTestPostgres();
  try {
    return interrupted ? 1 : await runTests({ TEST_DATABASE_URL: url });
  } finally {
    await stop();
  }
}

/** The code of the tests; 1 where a signal ended them. */
async function runTests(database: { readonly TEST_DATABASE_URL?: string }): Promise<number> {
  // What one file compiled, the next one need not: most of them load the same.
  const cache = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
  const { TEST_DATABASE_URL: _, ...env } = process.env;
  tests = spawn(process.execPath, [...options, ...given, ...files], {
    cwd: root,
    env: { ...env, ...database, TZ: 'UTC', NODE_COMPILE_CACHE: cache },
    stdio: 'inherit',
  });
  const [code] = await once(tests, 'exit');
  return typeof code === 'number' ? code : 1;
}
