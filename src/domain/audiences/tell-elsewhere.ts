import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { letters, readLetter } from '../deliveries/letters.ts';
import { loadGroup, toAddressee } from './addressees.ts';
import { findSpaceTogether, loadAddresses } from './addresses.ts';
import { findAudience } from './audience.ts';

/**
 * Those whom a post in a closed space would have told together are told in the open spaces where they can be reached,
 * in the transaction that gives that post up. Nothing for what has no audience, or is for one member.
 */
export async function tellElsewhere(tx: DbTx, delivery: Delivery): Promise<void> {
  if (delivery.recipientId !== null || findAudience(delivery.letter) === null) return;
  const group = await loadGroup(tx, delivery);
  const addresses = await loadAddresses(tx, group.map(toAddressee));
  for (const [spaceId, listeners] of Map.groupBy(group, (each) => findSpaceTogether(toAddressee(each), addresses))) {
    if (spaceId === null) continue;
    const only = listeners.map(({ member }) => member.id);
    await tx.delivery.createMany({ data: [toRow(delivery, spaceId, only)] });
  }
}

function toRow(delivery: Delivery, spaceId: string, only: readonly string[]) {
  const { coalitionId, letter, subjectId, key, urgent, dueAt, occurrenceAt, expiresAt, createdAt } = delivery;
  const { kind, data } = readLetter(delivery);
  const { part: _, ...rest } = { part: undefined, ...data };
  return {
    ...{ coalitionId, spaceId, letter, subjectId, urgent, dueAt, occurrenceAt, expiresAt, createdAt },
    data: letters[kind].parse({ ...rest, only }),
    key: key === null ? null : `${key}@${spaceId}`,
  };
}
