import { kindOf } from './kind.ts';
import type { Db, DbTx } from './scope.ts';

/**
 * Runs a query that takes the first rows in the order of an index. PostgreSQL would rather read and sort all of them
 * where its statistics are old and say that there are few: after many rows have come at once, just when it matters.
 */
export function inIndexOrder<T>(db: Db, query: (tx: DbTx) => Promise<T>): Promise<T> {
  if (kindOf(db) === 'sqlite') return query(db);
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_sort = off`;
    return query(tx);
  });
}
