import type { PlatformName } from '../../core/rich-text.ts';
import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';

/** What is due and not said yet: how much, and since when the oldest of it is due; null where there is none. */
export interface Waiting {
  readonly due: number;
  readonly oldest: Date | null;
}

/** What waits by now, on one platform or on all. What is held back for somebody is not due. */
export async function findWaiting(db: Db, now: Date, platform?: PlatformName): Promise<Waiting> {
  const where: Prisma.DeliveryWhereInput = {
    status: { in: ['pending', 'leased'] },
    dueAt: { lte: now },
    ...(platform && { space: { platform } }),
  };
  const [due, oldest] = await Promise.all([
    db.delivery.count({ where }),
    db.delivery.findFirst({ where, orderBy: { dueAt: 'asc' }, select: { dueAt: true } }),
  ]);
  return { due, oldest: oldest?.dueAt ?? null };
}

/** Whether anything is in the hands of a process by now, or waits for a next try: a sign that one runs. */
export async function isAnyInHand(db: Db, now: Date): Promise<boolean> {
  const held = await db.delivery.findFirst({ where: { leasedUntil: { gt: now } }, select: { id: true } });
  return held !== null;
}
