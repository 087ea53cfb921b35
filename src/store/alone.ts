import { kindOf } from './kind.ts';
import type { Db, DbTx } from './scope.ts';

/** Any number that no other program takes for a lock of its own in the same database. */
const key = 72_707_370;

/**
 * A transaction that is alone in what it does: whoever else wants to do the same waits for its end, in other processes
 * as well. On SQLite all transactions take turns anyway. What it reads is read after the turn has come, so it sees all
 * that those before it did.
 */
export function alone<T>(db: Db, work: (tx: DbTx) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    if (kindOf(db) === 'postgresql') await tx.$executeRaw`SELECT pg_advisory_xact_lock(${key}::bigint)`;
    return work(tx);
  });
}
