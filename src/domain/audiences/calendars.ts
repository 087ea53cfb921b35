import type { PlatformName } from '../../core/rich-text.ts';
import type { DbTx } from '../../store/scope.ts';
import type { Addressee } from './addresses.ts';

/** Platforms on which a workspace has a calendar of its own: Discord's scheduled events. */
const withCalendar: readonly PlatformName[] = ['discord'];

/** The calendars of the workspaces where a coalition meets, each by the first open space there. */
export async function findCalendars(tx: DbTx, coalitionId: string): Promise<readonly Addressee[]> {
  const spaces = await tx.space.findMany({
    where: { coalitionId, platform: { in: [...withCalendar] }, unlinkedAt: null, lostAt: null },
    orderBy: { id: 'asc' },
  });
  const workspaces = Map.groupBy(spaces, ({ platform, workspaceId }) => `${platform}/${workspaceId}`);
  return [...workspaces.values()].flatMap(([space]) =>
    space ? [{ coalitionId, recipientId: null, spaceId: space.id }] : [],
  );
}
