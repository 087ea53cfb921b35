import { type ReferenceKind, referenceLetters } from '../core/ids.ts';
import type { ScopedTx } from '../store/scope.ts';

/** The counters that a new coalition begins with, one for each kind of thing that has a number. */
export function firstCounters(): { kind: string; last: number }[] {
  return Object.keys(referenceLetters).map((kind) => ({ kind, last: 0 }));
}

/**
 * The next number of a kind of thing in a coalition, in the transaction that makes the thing. Its counter stays locked
 * until then, so two at once get different numbers.
 */
export async function nextNumber(tx: ScopedTx, coalitionId: string, kind: ReferenceKind): Promise<number> {
  const [counter] = await tx.counter.updateManyAndReturn({ where: { kind }, data: { last: { increment: 1 } } });
  return (counter ?? (await tx.counter.create({ data: { coalitionId, kind, last: 1 } }))).last;
}
