import { AsyncLocalStorage } from 'node:async_hooks';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import type { Db, DbTx } from './scope.ts';

/** The one way to SQLite's one connection. */
export interface Gate {
  /** Wraps the driver: a query outside of the open transaction waits until that has ended. */
  readonly guardDriver: (factory: SqlDriverAdapterFactory) => SqlDriverAdapterFactory;
  /** Wraps the client, so that a query which would wait for itself throws instead. */
  readonly guardClient: (db: Db) => Db;
}

/**
 * The driver has a single connection and runs whatever comes in the transaction that happens to be open: a write from
 * outside, acknowledged already, disappears when that transaction rolls back. Behind the gate everything takes turns:
 * a query is one turn, and so is a whole transaction from its begin to its commit or rollback.
 *
 * A query on the outer client, awaited within a transaction, would wait for the end of the transaction that awaits
 * it. The gate knows that it was asked from within, and refuses.
 */
export function createGate(): Gate {
  const takeTurn = createTurns();
  const within = new AsyncLocalStorage<{ open: boolean }>();

  const assertOutside = () => {
    if (within.getStore()?.open) {
      throw new Error(
        'a query on the outer client was made within a transaction: use the client handed to its callback',
      );
    }
  };

  const guardDriver = (factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory => ({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => guardConnection(await factory.connect(), takeTurn, assertOutside),
  });

  const whileOpen = async (work: (tx: DbTx) => Promise<unknown>, tx: DbTx) => {
    const transaction = { open: true };
    try {
      return await within.run(transaction, () => work(tx));
    } finally {
      transaction.open = false;
    }
  };

  const guardClient = (db: Db): Db => {
    const original = db.$transaction as Transact;
    // `this` is whichever client it is called on: scoped clients and transactions inherit it.
    function $transaction(this: Db | DbTx, work: TransactionWork, options?: object): Promise<unknown> {
      const guarded: TransactionWork = typeof work === 'function' ? (tx) => whileOpen(work, tx) : work;
      return original.call(this, guarded, options);
    }
    const guarded = Object.assign(db, { $transaction }).$extends({
      query: {
        $allOperations: ({ args, query, ...rest }) => {
          if (!isWithinTransaction(rest)) assertOutside();
          return query(args);
        },
      },
    });
    return guarded as unknown as Db;
  };

  return { guardDriver, guardClient };
}

/**
 * Whether a query was made on the client of a transaction. It is asked before the query reaches the engine: queries
 * made in the same tick leave for the engine together, in the async context of whichever came first.
 */
function isWithinTransaction(details: object): boolean {
  const { __internalParams: params } = details as { __internalParams?: { transaction?: { kind: string } } };
  return params?.transaction?.kind === 'itx';
}

/** Queries to be run as one, or a callback that makes them. */
type TransactionWork = readonly unknown[] | ((tx: DbTx) => Promise<unknown>);

type Transact = (this: Db | DbTx, work: TransactionWork, options?: object) => Promise<unknown>;

type Leave = () => void;

/** Hands out turns in the order in which they are asked for; each lasts until it is left. */
function createTurns(): () => Promise<Leave> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = last;
    last = promise;
    return before.then(() => resolve);
  };
}

function guardConnection(
  inner: SqlDriverAdapter,
  enter: () => Promise<Leave>,
  assertOutside: () => void,
): SqlDriverAdapter {
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => inTurn(() => inner.queryRaw(query)),
    executeRaw: (query) => inTurn(() => inner.executeRaw(query)),
    executeScript: (script) => inTurn(() => inner.executeScript(script)),
    startTransaction: async () => {
      assertOutside();
      return begin(inner, await enter());
    },
    dispose: () => inTurn(() => inner.dispose()),
  };
}

/**
 * Takes SQLite's write lock at once: a transaction that reads first and writes later would fail where another process
 * wrote in between.
 */
async function begin(inner: SqlDriverAdapter, leave: Leave): Promise<Transaction> {
  try {
    await inner.executeScript('BEGIN IMMEDIATE');
  } catch (error) {
    leave();
    throw error;
  }
  const run = (sql: string) => inner.executeScript(sql);
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    // False: Prisma sends COMMIT and ROLLBACK as queries and calls the methods of the same name afterwards.
    options: { usePhantomQuery: false },
    queryRaw: (query) => inner.queryRaw(query),
    executeRaw: (query) => inner.executeRaw(query),
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => run(`RELEASE ${name}`),
    commit: async () => leave(),
    rollback: () => endRolledBack(inner).finally(leave),
  };
}

/** After a COMMIT that failed, Prisma calls `rollback` without having sent a ROLLBACK; otherwise it has. */
async function endRolledBack(inner: SqlDriverAdapter): Promise<void> {
  try {
    await inner.executeScript('ROLLBACK');
  } catch (error) {
    if (!/no transaction is active/.test(String(error))) throw error;
  }
}
