import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { withPerson } from './mentionable.ts';

type LoadedMember = Prisma.MemberGetPayload<{ include: typeof withPerson }>;

/** Members with their persons and accounts, by their ids, as few queries as can be. */
export async function loadMembers(db: DbTx, ids: readonly (string | null)[]): Promise<Map<string, LoadedMember>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const members = await db.member.findMany({ where: { id: { in: known } }, include: withPerson });
  return new Map(members.map((member) => [member.id, member]));
}
