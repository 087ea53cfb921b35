import { setTimeout as passing } from 'node:timers/promises';

/** How much is done at once. */
export interface Gathering {
  /** So many at most. */
  readonly most?: number;
  /** Under load, how long to wait after one batch for the next to grow, in milliseconds. */
  readonly pause?: number;
}

/** Does many at once; the results stand in the order of what was asked. Each may still be under way. */
export type Batch<T, R> = (items: readonly T[]) => Promise<readonly (R | Promise<R>)[]>;

interface Waiting<T, R> {
  readonly item: T;
  readonly resolve: (result: R | Promise<R>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Brings together what is asked for one by one. The first goes at the end of the turn in which it was asked for; what
 * is asked for while a batch is under way waits for the next. So nothing waits where little is asked for, and batches
 * grow with the load.
 */
export function createGathering<T, R>(
  work: Batch<T, R>,
  { most = 200, pause = 0 }: Gathering = {},
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let busy = false;

  const run = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      await settle(work, batch);
      if (pause > 0 && batch.length > 1 && waiting.length < most) await passing(pause);
    }
    busy = false;
  };

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<R>();
    waiting.push({ item, resolve, reject });
    if (!busy) setImmediate(run);
    busy = true;
    return promise;
  };
}

async function settle<T, R>(work: Batch<T, R>, batch: readonly Waiting<T, R>[]): Promise<void> {
  try {
    const results = await work(batch.map(({ item }) => item));
    for (const [index, { resolve }] of batch.entries()) resolve(results[index] as R | Promise<R>);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
