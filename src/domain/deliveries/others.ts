import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';

/** The names of the other processes that have something in hand. */
export async function findOtherWorkers(db: Db, worker: string): Promise<string[]> {
  const groups = await db.delivery.groupBy({
    by: ['leasedBy'],
    where: { status: 'leased', leasedBy: { not: worker } },
  });
  return groups.flatMap(({ leasedBy }) => leasedBy ?? []);
}

/** What another process said in a space, and when that was settled. */
export type SaidByOther = Pick<Delivery, 'spaceId' | 'letter'> & { readonly settledAt: Date };

/** What other processes have said in these spaces after `since`, the oldest first. */
export async function findSaidByOthers(
  db: Db,
  { worker, spaceIds, since }: { readonly worker: string; readonly spaceIds: readonly string[]; readonly since: Date },
): Promise<SaidByOther[]> {
  const rows = await db.delivery.findMany({
    where: {
      ...{ spaceId: { in: [...spaceIds] }, status: 'sent', settledAt: { gt: since } },
      ...{ sentTo: 'space', leasedBy: { not: worker } },
    },
    orderBy: { settledAt: 'asc' },
    select: { spaceId: true, letter: true, settledAt: true },
  });
  return rows.flatMap(({ settledAt, ...said }) => (settledAt ? [{ ...said, settledAt }] : []));
}
