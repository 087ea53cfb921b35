import pg from 'pg';

/** A job queue on PostgreSQL, beside which Convener is measured. */
export interface Rival {
  readonly name: string;
  /** Puts so many jobs in, then has them done and settled; resolves with how long the latter took, in milliseconds. */
  readonly drain: (jobs: number, work: (id: string) => Promise<unknown>) => Promise<number>;
}

export interface RivalParts {
  readonly url: string;
  /** How many jobs are under way at once. */
  readonly concurrency: number;
}

/** Resolves when it has been told of so many. */
export function createCountdown(count: number): { readonly over: Promise<void>; readonly one: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = count;
  const one = () => {
    left -= 1;
    if (left === 0) resolve();
  };
  return { over: promise, one };
}

/** Resolves when a query finds no row any more. */
export async function untilNone(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    while ((await client.query(sql)).rows.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    await client.end();
  }
}

/** Gives the planner fresh statistics: whoever's rows have come all at once would be measured by its wrong guesses. */
export async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('VACUUM ANALYZE').finally(() => client.end());
}
