import { type Batch, createGathering, type Gathering } from '../core/gather.ts';
import type { Db } from './scope.ts';

/**
 * Brings together what is asked of the same client at about the same time: one query for all of it instead of one for
 * each. `work` gets what was asked and answers in the same order.
 */
export function together<T, R>(
  work: (db: Db, items: readonly T[]) => ReturnType<Batch<T, R>>,
  gathering?: Gathering,
): (db: Db, item: T) => Promise<R> {
  const asked = new WeakMap<Db, (item: T) => Promise<R>>();
  return (db, item) => {
    const ask = asked.get(db) ?? createGathering<T, R>((items) => work(db, items), gathering);
    asked.set(db, ask);
    return ask(item);
  };
}
