import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';

/**
 * Whether what caused a delivery is still meant so. A change of the time or of whom it is for makes another schedule in
 * place of the one that a delivery's key names.
 */
export async function isStillPlanned(db: Db, { coalitionId, key }: Pick<Delivery, 'coalitionId' | 'key'>) {
  const [id] = key?.split('@') ?? [];
  if (id === undefined) return true;
  return (await db.schedule.findUnique({ where: { id, coalitionId }, select: { id: true } })) !== null;
}
