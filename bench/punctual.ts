/**
 * How late deliveries come that are due one after the other: 500 spread over ten seconds, each of another coalition, to
 * a platform that answers at once. Written ahead of their time, as the tick does. On SQLite and on PostgreSQL.
 */
import { foundCoalitions } from './coalitions.ts';
import { latenessHeadings, toLatenessCells } from './lateness.ts';
import { describeMachine } from './machine.ts';
import { startReceiver } from './receiver.ts';
import { openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';
import { createWorkingOutbox } from './working-outbox.ts';

const count = 500;
const spreadMs = 10_000;
const headStartMs = 1_000;

using receiver = await startReceiver();
const rows = [await bench(openBenchSqlite), await bench(openBenchPostgresStore)];
console.log(`${describeMachine()}\n${count} deliveries over ${spreadMs / 1_000} s; lateness in milliseconds\n`);
console.log(toPlainTable([['', ...latenessHeadings], ...rows]));

async function bench(open: typeof openBenchSqlite): Promise<string[]> {
  await using opened = await open();
  const coalitions = await foundCoalitions(opened.store.db, count);
  await using outbox = createWorkingOutbox(opened.store, receiver);
  outbox.start();
  const startAt = Date.now() + headStartMs;
  const dueAt = (index: number) => new Date(startAt + (index * spreadMs) / count);
  const over = outbox.settled(count);
  const ids = await coalitions.announce(count, (index) => ({ coalition: index, dueAt: dueAt(index) }));
  await over;
  const due = new Map(ids.map((id, index) => [id, dueAt(index)]));
  return [opened.name, ...toLatenessCells(due, await receiver.takeReceived())];
}
