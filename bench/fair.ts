/**
 * Whether one coalition can make the others wait: it has 5,000 deliveries due at once in a hundred spaces, while
 * twenty others have a single one due, one after the other. The platform takes 50 ms to answer, so that the flood lasts
 * for a while. On SQLite and on PostgreSQL.
 */
import { foundCoalitions } from './coalitions.ts';
import { latenessHeadings, toLatenessCells } from './lateness.ts';
import { describeMachine } from './machine.ts';
import { startReceiver } from './receiver.ts';
import { openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';
import { createWorkingOutbox } from './working-outbox.ts';

const flood = 5_000;
const floodedSpaces = 100;
const others = 20;
const everyMs = 500;
const answersAfterMs = 50;

using receiver = await startReceiver(answersAfterMs);
const rows = [...(await bench(openBenchSqlite)), ...(await bench(openBenchPostgresStore))];
console.log(
  `${describeMachine()}\n${flood} deliveries of one coalition, one of each of ${others} others; lateness in ms\n`,
);
console.log(toPlainTable([['', ...latenessHeadings], ...rows]));

async function bench(open: typeof openBenchSqlite): Promise<string[][]> {
  await using opened = await open();
  const coalitions = await foundCoalitions(opened.store.db, 1 + others, floodedSpaces);
  const startAt = new Date();
  const floodIds = await coalitions.announce(flood, (index) => {
    return { coalition: 0, space: index % floodedSpaces, dueAt: startAt };
  });
  await using outbox = createWorkingOutbox(opened.store, receiver);
  const over = outbox.settled(flood + others);
  const begunAt = Date.now();
  const dueAt = (index: number) => new Date(begunAt + (index + 1) * everyMs);
  const singleIds = await coalitions.announce(others, (index) => ({ coalition: 1 + index, dueAt: dueAt(index) }));
  outbox.start();
  await over;
  const received = await receiver.takeReceived();
  const toDue = (ids: readonly string[], when: (index: number) => Date) =>
    new Map(ids.map((id, index) => [id, when(index)]));
  return [
    [`${opened.name}: the others`, ...toLatenessCells(toDue(singleIds, dueAt), received)],
    [
      `${opened.name}: the flood`,
      ...toLatenessCells(
        toDue(floodIds, () => new Date(begunAt)),
        received,
      ),
    ],
  ];
}
