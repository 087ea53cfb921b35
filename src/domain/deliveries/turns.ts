import type { Delivery } from '../../store/generated/sqlite/client.ts';

/** A delivery that could be taken. */
export type Candidate = Pick<Delivery, 'id' | 'spaceId' | 'coalitionId' | 'dueAt' | 'heldFor'>;

/** How many at once: of all, of one coalition (all where not given) and of one space (1 where not given). */
export interface Shares {
  readonly limit: number;
  readonly perCoalition?: number;
  readonly perSpace?: (spaceId: string) => number;
}

/** The order in which a space hears things. Ids grow with time. */
export function compareByDue(a: Pick<Delivery, 'dueAt' | 'id'>, b: Pick<Delivery, 'dueAt' | 'id'>): number {
  return a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1);
}

/**
 * Chooses among what stands in the order of `compareByDue`: the first of each coalition, then the second of each, and
 * so on. What was held back for somebody is the last of its space: it takes others along when it is said.
 */
export function takeTurns<C extends Candidate>(
  candidates: readonly C[],
  { limit, perCoalition, perSpace }: Shares,
): C[] {
  const queues = [...Map.groupBy(withinSpaces(candidates, perSpace), ({ coalitionId }) => coalitionId).values()];
  const longest = Math.max(0, ...queues.map((queue) => queue.length));
  const rounds = Math.min(longest, perCoalition ?? longest);
  const taken: C[] = [];
  for (let round = 0; round < rounds && taken.length < limit; round += 1) {
    for (const queue of queues) taken.push(...queue.slice(round, round + 1));
  }
  return taken.slice(0, limit);
}

/** The oldest of each space, as many as it may have. */
function withinSpaces<C extends Candidate>(candidates: readonly C[], perSpace: Shares['perSpace'] = () => 1): C[] {
  const left = new Map<string, number>();
  return candidates.filter(({ spaceId, heldFor }) => {
    const room = left.get(spaceId) ?? perSpace(spaceId);
    left.set(spaceId, heldFor === null ? room - 1 : 0);
    return room > 0;
  });
}
