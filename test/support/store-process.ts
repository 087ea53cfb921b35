/**
 * A process of its own on the store that its first argument names: `open` waits for a line, opens it and says which
 * migrations it applied; `write` writes people without end, and says the id of each once it is acknowledged.
 */
import { once } from 'node:events';
import { openStore } from '../../src/store/open.ts';

const [, , databaseUrl = '', work] = process.argv;
const applied: unknown[] = [];
const ignore = () => {};
const log = { debug: ignore, info: (facts: object) => void applied.push(facts), warn: ignore, error: ignore };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (work === 'open') {
  say('ready');
  await once(process.stdin, 'data');
  process.stdin.destroy();
}
const store = await openStore({ databaseUrl, dataDirectory: '.', log });
say(JSON.stringify(applied));
if (work === 'open') await store.close();
while (work === 'write') {
  const createdAt = new Date('2027-03-01T12:00:00Z');
  const { id } = await store.db.$transaction((tx) => tx.person.create({ data: { name: 'Maria', createdAt } }));
  say(id);
}
