/** All benches, one after the other, each in a process of its own; or those that are named. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const benches: Readonly<Record<string, readonly string[]>> = {
  'round-trip': ['--samples', '200'],
  drain: [],
  punctual: [],
  fair: [],
  limits: [],
  rsvps: [],
  'table-size': [],
};

const named = process.argv.slice(2);
for (const [name, options] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n── ${name}\n`);
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
  const bench = spawn(process.execPath, [script, ...options], { stdio: 'inherit' });
  const [code] = await once(bench, 'exit');
  if (code !== 0) process.exitCode = 1;
}
