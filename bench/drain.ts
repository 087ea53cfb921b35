/**
 * How fast what is due is said: 10,000 deliveries of 1,000 coalitions to a platform that answers at once, on SQLite and
 * on PostgreSQL, beside job queues on the same PostgreSQL, whose jobs make the same call, as many at once. Convener also
 * looks up what it says and puts it into words; the jobs have nothing to look up. And the calls alone, without any queue:
 * nobody who makes them from one thread can be faster than that. Taking turns, round after round.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { createSlots } from '../src/core/slots.ts';
import { type Coalitions, foundCoalitions } from './coalitions.ts';
import { createGraphileWorker } from './graphile-worker.ts';
import { describeMachine } from './machine.ts';
import { median } from './measure.ts';
import { createPgBoss } from './pg-boss.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { analyze } from './rival.ts';
import { type BenchStore, openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';
import { createWorkingOutbox } from './working-outbox.ts';

const { values: options } = parseArgs({
  options: { jobs: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
});
const jobs = Number(options.jobs);
const rounds = Number(options.rounds);
const coalitions = 1_000;
const concurrency = 20;

/** Somebody who drains; resolves with how long it took, in milliseconds. */
interface Contestant {
  readonly name: string;
  readonly drain: () => Promise<number>;
}

using receiver = await startReceiver();
await using sqlite = await openBenchSqlite();
await using postgres = await openBenchPostgresStore();
const parts = { url: postgres.url, concurrency };
/** What Convener says, so that the jobs send the same. */
let content: object = {};
const listening: Receiver = {
  ...receiver,
  call: (id, view) => {
    content = view;
    return receiver.call(id, view);
  },
};
const rivals = [createPgBoss(parts), createGraphileWorker(parts, false), createGraphileWorker(parts, true)];

const { within } = createSlots(concurrency);
const bare: Contestant = {
  name: 'the calls alone',
  drain: async () => {
    const ids = Array.from({ length: jobs }, (_, index) => `a${index}`);
    const startedAt = performance.now();
    await Promise.all(ids.map((id) => within(() => receiver.call(id, content))));
    return performance.now() - startedAt;
  },
};

const contestants: Contestant[] = [
  await createConvener(sqlite),
  await createConvener(postgres),
  ...rivals.map(({ name, drain }) => ({
    name,
    drain: () => drain(jobs, (id) => receiver.call(id, content)),
  })),
  bare,
];

console.log(
  `${describeMachine()}\n${jobs} due at once, ${concurrency} calls at once, ${rounds} rounds after one to warm up`,
);
const speeds = new Map(contestants.map(({ name }) => [name, [] as number[]]));
for (let round = 0; round <= rounds; round += 1) {
  for (const { name, drain } of contestants) {
    const took = await drain();
    const received = await receiver.takeReceived();
    assert.equal(received.size, jobs, `${name} sent ${received.size} of ${jobs}`);
    if (round > 0) speeds.get(name)?.push((jobs / took) * 1_000);
  }
}
const ours = median(speeds.get('Convener on PostgreSQL') ?? []);
const rows = [...speeds].map(([name, each]) => [
  name,
  median(each).toFixed(0),
  each.map((speed) => speed.toFixed(0)).join(' '),
  `${(ours / median(each)).toFixed(2)}×`,
]);
console.log(`\n${toPlainTable([['', 'a second', 'rounds', 'Convener on PostgreSQL is'], ...rows])}`);

async function createConvener({ name, store, url }: BenchStore): Promise<Contestant> {
  const all: Coalitions = await foundCoalitions(store.db, coalitions);
  return {
    name: `Convener on ${name}`,
    drain: async () => {
      const dueAt = new Date();
      await all.announce(jobs, (index) => ({ coalition: index % coalitions, dueAt }));
      if (store.kind === 'postgresql') await analyze(url);
      await using outbox = createWorkingOutbox(store, listening);
      const over = outbox.settled(jobs);
      const startedAt = performance.now();
      outbox.start();
      await over;
      return performance.now() - startedAt;
    },
  };
}
