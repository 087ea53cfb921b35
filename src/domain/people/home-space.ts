import type { Acting } from './acting.ts';

/** The space where something is said; of what is said to the bot alone, the coalition's first. Null where it has none. */
export async function findHomeSpace({ db, space }: Acting): Promise<string | null> {
  if (space) return space.id;
  const first = await db.space.findFirst({ where: { unlinkedAt: null }, orderBy: { linkedAt: 'asc' } });
  return first?.id ?? null;
}
