import type { ScopedTx } from '../../store/scope.ts';
import { foldName } from '../people/names.ts';
import type { OccurrenceRow } from './row.ts';

/**
 * Puts the decisions of an occurrence on record in this order, in the transaction that locked it. What was decided before
 * and is no longer said goes, unless it is to be kept: then what is new comes after it.
 */
export async function setDecisions(
  tx: ScopedTx,
  { id: occurrenceId, coalitionId }: OccurrenceRow,
  said: readonly string[],
  { keep, now }: { readonly keep: boolean; readonly now: Date },
): Promise<void> {
  const known = await tx.decision.findMany({ where: { occurrenceId }, orderBy: { position: 'asc' } });
  const texts = [...new Map([...(keep ? known.map(({ text }) => text) : []), ...said].map(byWords)).values()];
  const gone = known.filter(({ text }) => !texts.includes(text));
  await tx.decision.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  for (const [index, text] of texts.entries()) {
    const before = known.find((decision) => decision.text === text);
    const position = index + 1;
    if (!before) {
      await tx.decision.create({ data: { coalitionId, occurrenceId, text, position, createdAt: now } });
    } else if (before.position !== position) {
      await tx.decision.updateMany({ where: { id: before.id }, data: { position } });
    }
  }
}

function byWords(text: string): [string, string] {
  return [foldName(text), text];
}
