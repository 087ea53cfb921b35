/**
 * How late deliveries come that are due one after the other: 500 spread over ten seconds, each of another coalition, to
 * a platform that answers at once. Written ahead of their time, as the tick does. On SQLite and on PostgreSQL, beside
 * timers that make the same calls and nothing else: what is late there is the machine's.
 */
import { setTimeout as passing } from 'node:timers/promises';
import { type Coalitions, foundCoalitions } from './coalitions.ts';
import { latenessHeadings, toLatenessCells } from './lateness.ts';
import { describeMachine } from './machine.ts';
import { startReceiver } from './receiver.ts';
import { openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';
import { createWorkingOutbox, type WorkingOutbox } from './working-outbox.ts';

const count = 500;
const spreadMs = 10_000;
/** Longer than it takes until an outbox looks for what others wrote. */
const headStartMs = 3_000;
const warmUp = 200;

using receiver = await startReceiver();
const rows = [await benchTimers(), await bench(openBenchSqlite), await bench(openBenchPostgresStore)];
console.log(`${describeMachine()}\n${count} deliveries over ${spreadMs / 1_000} s; lateness in milliseconds\n`);
console.log(toPlainTable([['', ...latenessHeadings], ...rows]));

async function bench(open: typeof openBenchSqlite): Promise<string[]> {
  await using opened = await open();
  const coalitions = await foundCoalitions(opened.store.db, count);
  await using outbox = createWorkingOutbox(opened.store, receiver);
  outbox.start();
  await warm(coalitions, outbox);
  const startAt = Date.now() + headStartMs;
  const dueAt = (index: number) => new Date(startAt + (index * spreadMs) / count);
  const over = outbox.settled(count);
  const ids = await coalitions.announce(count, (index) => ({ coalition: index, dueAt: dueAt(index) }));
  await over;
  const due = new Map(ids.map((id, index) => [id, dueAt(index)]));
  return [opened.name, ...toLatenessCells(due, await receiver.takeReceived())];
}

/** The least that can be: the machine itself may be late. */
async function benchTimers(): Promise<string[]> {
  const startAt = Date.now() + headStartMs;
  const due = new Map(
    Array.from({ length: count }, (_, index) => [`timer-${index}`, new Date(startAt + (index * spreadMs) / count)]),
  );
  const calls = [...due].map(async ([id, dueAt]) => {
    await passing(dueAt.getTime() - Date.now());
    await receiver.call(id, {});
  });
  await Promise.all(calls);
  return ['timers alone', ...toLatenessCells(due, await receiver.takeReceived())];
}

async function warm(coalitions: Coalitions, outbox: WorkingOutbox): Promise<void> {
  const over = outbox.settled(warmUp);
  await coalitions.announce(warmUp, (index) => ({ coalition: index, dueAt: new Date() }));
  await over;
  await receiver.takeReceived();
}
