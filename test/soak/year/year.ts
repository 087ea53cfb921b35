import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '../../support/store.ts';
import type { Outcome } from './life.ts';
import type { Memory } from './memory.ts';
import type { YearNews, YearWish } from './year-process.ts';

/** What came of a year. */
export interface Year extends Outcome {
  /** What the bot held at the end of each month. */
  readonly memory: readonly Memory[];
}

const program = fileURLToPath(new URL('./year-process.ts', import.meta.url));

/** So many coalitions live through a year, in a process of their own: a test runner holds memory, too. */
export async function liveYear(
  t: TestContext,
  count: number,
  heard: (month: string, memory: Memory) => void,
): Promise<Year> {
  const { databaseUrl } = await createTestDatabase(t);
  const wish: YearWish = { databaseUrl, count };
  const year = fork(program, [JSON.stringify(wish)], {
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    execArgv: ['--expose-gc'],
  });
  t.after(() => year.kill());
  const memory: Memory[] = [];
  let outcome: Outcome | null = null;
  year.on('message', (news: YearNews) => {
    if ('outcome' in news) {
      outcome = news.outcome;
      return;
    }
    memory.push(news.memory);
    heard(news.month, news.memory);
  });
  const [code] = await once(year, 'exit');
  assert.ok(outcome, `the year ended with ${code}`);
  return { ...(outcome as Outcome), memory };
}
