import type { Prisma, PrismaClient } from './generated/sqlite/client.ts';
import { createScopeRules } from './scope-rules.ts';

declare const scope: unique symbol;

/** The installation's client: no coalition, so only for what belongs to none, or to find out which one it is. */
export type Db = PrismaClient;
/** The same within a transaction. */
export type DbTx = Prisma.TransactionClient;
/** A client that sees one coalition alone. */
export type ScopedDb = PrismaClient & { readonly [scope]: true };
/** The same within a transaction; a `ScopedDb` serves as well. */
export type ScopedTx = Prisma.TransactionClient & { readonly [scope]: true };

/** `scopedDb.$transaction`, keeping the scope in the type of what it hands over. */
export function inTransaction<T>(db: ScopedDb, work: (tx: ScopedTx) => Promise<T>): Promise<T> {
  return db.$transaction((tx) => work(tx as ScopedTx));
}

/**
 * A client whose every query is bound to one coalition: what it reads, changes and deletes carries that coalition's
 * id, and what it creates must. Models without a `coalitionId` (people, accounts) pass, but for the way from them to
 * rows of other coalitions. Writing outside of the scope throws, reading there finds nothing.
 */
export function inCoalition(db: Db, coalitionId: string): ScopedDb {
  const rules = createScopeRules(db, coalitionId);
  const scoped = db.$extends({
    query: {
      $allOperations: ({ model, operation, args, query }) => {
        if (model === undefined) throw new Error(`${operation} cannot be bound to a coalition`);
        return query(rules.bind(model, operation, args));
      },
    },
  });
  return scoped as unknown as ScopedDb;
}
