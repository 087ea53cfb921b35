import { Prisma, type PrismaClient } from './generated/sqlite/client.ts';

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
 * A client whose every query is bound to one coalition: `where` gains its id, `data` must carry it. Models without a
 * `coalitionId` (people, accounts) pass unchanged.
 */
export function inCoalition(db: Db, coalitionId: string): ScopedDb {
  const scoped = db.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) => {
          const key = scopeKey(model);
          return query(key ? bind(operation, args, key, coalitionId) : args);
        },
      },
    },
  });
  return scoped as unknown as ScopedDb;
}

/** By which column a model is bound; null where it belongs to no coalition. */
function scopeKey(model: Prisma.ModelName): 'id' | 'coalitionId' | null {
  if (model === 'Coalition') return 'id';
  return 'coalitionId' in Prisma[`${model}ScalarFieldEnum`] ? 'coalitionId' : null;
}

type QueryArgs = { where?: object; data?: unknown; create?: unknown };

function bind<A>(operation: string, args: A, key: string, coalitionId: string): A {
  const { where, data, create } = args as QueryArgs;
  const own = (row: unknown) => assertOwn(row, key, coalitionId);
  if (operation.startsWith('create')) [data].flat().forEach(own);
  if (operation === 'upsert') own(create);
  return operation.startsWith('create') ? args : { ...args, where: { ...where, [key]: coalitionId } };
}

function assertOwn(row: unknown, key: string, coalitionId: string): void {
  const owner = (row as Record<string, unknown>)[key];
  if (owner !== coalitionId) throw new Error(`a row of coalition ${owner} was to be written within ${coalitionId}`);
}
