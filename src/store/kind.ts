import type { StoreKind } from './address.ts';
import type { Db } from './scope.ts';

const kinds = new WeakMap<Db, StoreKind>();

/** Notes to which database a client speaks, for the few statements that differ. */
export function noteKind(db: Db, kind: StoreKind): void {
  kinds.set(db, kind);
}

/** The database of a client that `openStore` opened. */
export function kindOf(db: Db): StoreKind {
  const kind = kinds.get(db);
  if (!kind) throw new Error('this client was not opened by openStore');
  return kind;
}
