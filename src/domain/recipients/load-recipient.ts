import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { type MemberWithPerson, withPerson } from '../people/mentionable.ts';

/** The member whom a delivery is for; null where it is for everybody in its space. */
export async function loadRecipient(
  db: Db,
  { coalitionId, recipientId }: Pick<Delivery, 'coalitionId' | 'recipientId'>,
): Promise<MemberWithPerson | null> {
  if (recipientId === null) return null;
  return db.member.findUnique({ where: { id: recipientId, coalitionId }, include: withPerson });
}
