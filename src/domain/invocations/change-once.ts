import type { Db, DbTx } from '../../store/scope.ts';
import { noteInvocation } from './seen.ts';

/** What is being run. */
export interface Running {
  readonly invocationId: string;
  readonly now: Date;
  /** Called after each change that counts. */
  readonly changed: () => void;
}

type Transact = <T>(work: (tx: DbTx) => Promise<T>, options?: object) => Promise<T>;

/**
 * The same client for the time of one invocation. Its first transaction that succeeds notes the invocation along with
 * what it changes, at no further cost: so whatever crashes, and whichever process a repetition comes to, nothing is
 * changed twice, and what was not changed can be run again. Throws `Repetition`.
 */
export function changingOnce<Client extends Db>(db: Client, { invocationId, now, changed }: Running): Client {
  let noted = false;
  const transact = db.$transaction.bind(db) as Transact;
  const $transaction: Transact = async (work, options) => {
    const result = await transact(async (tx) => {
      if (!noted) await noteInvocation(tx, invocationId, now);
      return work(tx);
    }, options);
    noted = true;
    changed();
    return result;
  };
  // A client is a proxy and takes no new properties; what is made from it inherits all the others.
  return Object.create(db, { $transaction: { value: $transaction } }) as Client;
}
