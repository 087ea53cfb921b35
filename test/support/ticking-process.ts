/**
 * A process of its own on the store that its first argument names: says `ready`, and for each instant that it reads, a
 * line each, ticks at that time and says how many deliveries are to be said.
 */
import { createInterface } from 'node:readline';
import { openStore } from '../../src/store/open.ts';
import { tickAt } from './ticking.ts';

const [, , databaseUrl = ''] = process.argv;
const store = await openStore({ databaseUrl, dataDirectory: '.' });
process.stdout.write('ready\n');
for await (const now of createInterface({ input: process.stdin })) {
  process.stdout.write(`${await tickAt(store, now, 3)}\n`);
}
await store.close();
