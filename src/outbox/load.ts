import type { PlatformName } from '../core/rich-text.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';

/** What a process has in hand. */
export interface Load {
  readonly add: (delivery: ClaimedDelivery) => void;
  readonly remove: (delivery: ClaimedDelivery) => void;
  readonly of: (platform: PlatformName) => number;
  /** The coalitions of which at least so much is in hand. */
  readonly coalitionsWith: (count: number) => string[];
}

export function createLoad(): Load {
  const byPlatform = new Map<string, number>();
  const byCoalition = new Map<string, number>();
  const change = ({ space, coalitionId }: ClaimedDelivery, difference: number) => {
    count(byPlatform, space.platform, difference);
    count(byCoalition, coalitionId, difference);
  };
  return {
    add: (delivery) => change(delivery, 1),
    remove: (delivery) => change(delivery, -1),
    of: (platform) => byPlatform.get(platform) ?? 0,
    coalitionsWith: (least) => [...byCoalition].filter(([, held]) => held >= least).map(([id]) => id),
  };
}

function count(counts: Map<string, number>, key: string, difference: number): void {
  const sum = (counts.get(key) ?? 0) + difference;
  if (sum > 0) counts.set(key, sum);
  else counts.delete(key);
}
