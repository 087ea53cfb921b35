/**
 * A year in a process of its own, on the database that its argument names. Says after each month what it holds in
 * memory, and in the end what came of it. Ends with whoever started it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../src/store/open.ts';
import { openBook } from './book.ts';
import { live, type Outcome } from './life.ts';
import { type Memory, measureMemory } from './memory.ts';

/** What such a process is told when it starts. */
export interface YearWish {
  readonly databaseUrl: string;
  /** How many coalitions live through it. */
  readonly count: number;
}

/** What it says. */
export type YearNews = { readonly month: string; readonly memory: Memory } | { readonly outcome: Outcome };

const orphaned = () => process.exit(1);
process.once('disconnect', orphaned);
const { databaseUrl, count }: YearWish = JSON.parse(process.argv[2] ?? '');
await using undo = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'convener-year-'));
undo.defer(() => rm(folder, { recursive: true }));
const book = undo.use(openBook(join(folder, 'received')));
const store = await openStore({ databaseUrl, dataDirectory: folder });
undo.defer(store.close);

const tell = (news: YearNews) => process.send?.(news);
const outcome = await live({
  store,
  book,
  count,
  monthEnds: async (month) => void tell({ month, memory: await measureMemory() }),
});
process.off('disconnect', orphaned);
process.send?.({ outcome } satisfies YearNews, undefined, undefined, () => process.disconnect());
