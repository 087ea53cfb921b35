import type { DbTx } from '../../store/scope.ts';
import { toInstant } from '../../time/zones.ts';

/** Those persons or coalitions. */
export interface ZoneOwners {
  readonly type: 'person' | 'coalition';
  readonly ids: readonly string[];
}

/**
 * What was meant in the time of persons or coalitions keeps its hour in the zone (IANA) they have now. An occurrence
 * whose hour has passed there already is due at once; one that was said before the change is not said again.
 */
export async function moveSchedules(tx: DbTx, { type, ids }: ZoneOwners, zone: string, now: Date): Promise<void> {
  // Locks them: a tick that would advance one waits and then finds it moved.
  const moved = await tx.schedule.updateManyAndReturn({
    where: { zoneOf: type, zoneOwnerId: { in: [...ids] }, zone: { not: zone }, nextAt: { not: null } },
    data: { zone },
    select: { id: true, nextWall: true },
  });
  for (const [nextWall, schedules] of Map.groupBy(moved, (schedule) => schedule.nextWall)) {
    if (nextWall === null) continue;
    await tx.schedule.updateMany({
      where: { id: { in: schedules.map(({ id }) => id) } },
      data: { nextAt: latest(toInstant(nextWall, zone), now) },
    });
  }
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
