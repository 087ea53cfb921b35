/**
 * Whether what is done every few seconds costs more where much waits: a tick and a claim that find nothing due, and
 * the look for what is due next, among a thousand rows of the future and among a million. With the plans by which the
 * databases go about it. On SQLite and on PostgreSQL.
 */
import { parseArgs } from 'node:util';
import { foundCoalitions } from './coalitions.ts';
import { fillFuture, watches } from './future.ts';
import { describeMachine } from './machine.ts';
import { median } from './measure.ts';
import { explain, queriesOf } from './statements.ts';
import { openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';

const { values: options } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const [few, many] = [1_000, Number(options.rows)];
const samples = 300;
const coalitions = 1_000;

console.log(describeMachine());
await bench(openBenchSqlite);
await bench(openBenchPostgresStore);

async function bench(open: typeof openBenchSqlite): Promise<void> {
  await using opened = await open();
  const { name, store, url } = opened;
  await foundCoalitions(store.db, coalitions);
  await fillFuture(store, few, coalitions);
  const withFew = await measureAll();
  await fillFuture(store, many, coalitions);
  const withMany = await measureAll();
  const rows = Object.keys(watches).map((watch) => {
    const [before, after] = [withFew.get(watch) ?? Number.NaN, withMany.get(watch) ?? Number.NaN];
    return [watch, before.toFixed(2), after.toFixed(2), `${(after / before).toFixed(2)}×`];
  });
  console.log(`\n${toPlainTable([[`${name}, ms`, `${few} rows`, `${many} rows`, 'ratio'], ...rows])}\n`);
  for (const [watch, work] of Object.entries(watches)) {
    for (const query of await queriesOf(() => work(store))) {
      const plan = await explain(store, url, query);
      console.log(`${watch}: ${plan.join('\n  ')}`);
    }
  }

  async function measureAll(): Promise<Map<string, number>> {
    const times = new Map(Object.keys(watches).map((watch) => [watch, [] as number[]]));
    for (let sample = -50; sample < samples; sample += 1) {
      for (const [watch, work] of Object.entries(watches)) {
        const startedAt = performance.now();
        await work(store);
        if (sample >= 0) times.get(watch)?.push(performance.now() - startedAt);
      }
    }
    return new Map([...times].map(([watch, each]) => [watch, median(each)]));
  }
}
