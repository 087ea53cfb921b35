import type { DbTx } from '../../store/scope.ts';
import { type MemberWithPerson, withPerson } from './mentionable.ts';

/**
 * Members with their persons and accounts, by their ids, as few queries as can be. Relations that are included side by
 * side would be loaded each for itself; in a transaction on PostgreSQL all at once, which its driver does not want.
 */
export async function loadMembers(db: DbTx, ids: readonly (string | null)[]): Promise<Map<string, MemberWithPerson>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const members = await db.member.findMany({ where: { id: { in: known } }, include: withPerson });
  return new Map(members.map((member) => [member.id, member]));
}
