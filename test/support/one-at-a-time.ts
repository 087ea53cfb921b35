import pg from 'pg';

/** What a client of pg 8 knows of its own queries. */
interface Busy {
  readonly _activeQuery: { readonly text?: string } | null;
  readonly _queryQueue: readonly { readonly text?: string }[];
}

/**
 * Has the process fail where one connection to PostgreSQL is asked for something while it answers something else, as it
 * is by what is done side by side in a transaction. pg 8 queues that, and warns of it at the third query alone; pg 9
 * will refuse it. The query goes on, so that what is told is this and nothing that follows from it.
 */
export function refuseSeveralAtOnce(): void {
  const { query } = pg.Client.prototype;
  const ask = query as (this: pg.Client, ...given: unknown[]) => unknown;
  const watched = function (this: pg.Client, ...given: unknown[]) {
    const { _activeQuery, _queryQueue } = this as unknown as Busy;
    const earlier = _activeQuery ?? _queryQueue[0];
    if (earlier) refuse(earlier.text, given[0]);
    return ask.apply(this, given);
  };
  pg.Client.prototype.query = watched as typeof query;
  // Of what is let be, what the log of an operator would show.
  process.on('warning', (warning) => {
    if (warning.message.includes('already executing a query')) throw warning;
  });
}

function refuse(earlier: string | undefined, asked: unknown): void {
  const error = inFull(() => new Error(`asked for ${textOf(asked)} while the same connection answers ${earlier}`));
  if (isOfOneQuery(error)) return;
  // Where nobody waits for it: whoever asks might take a rejection for the database's own, and try again.
  process.nextTick(() => {
    throw error;
  });
}

/** With all that led to it: what tells who asked stands beyond the ten calls that are kept usually. */
function inFull(fail: () => Error): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  try {
    return fail();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Prisma itself loads the relations of one query side by side (`interpretNode` of its runtime goes through them by
 * `map`), in a transaction, too. The first of them to be asked for waits for nothing else, so what we do side by side
 * is found all the same.
 */
function isOfOneQuery({ stack = '' }: Error): boolean {
  return /interpretNode .*\n.*\n?.*Array\.map .*\n.*interpretNode /.test(stack);
}

function textOf(asked: unknown): string {
  return typeof asked === 'string' ? asked : String((asked as { readonly text?: unknown } | null)?.text);
}
