import { PlatformError } from '../core/errors.ts';
import type { Counters, Log, Platform } from '../core/ports.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import type { Store } from '../store/open.ts';
import type { Clock } from '../time/clock.ts';
import type { Pace } from './pace.ts';

/** What the outbox is made of; the composition root hands it over. */
export interface OutboxParts {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly pace: Pace;
  /** A name that no other process bears. */
  readonly worker: string;
  readonly log: Log;
  readonly counters?: Pick<Counters, 'delivery'>;
}

/** The platform of a space. Throws `PlatformError` where it is off. */
export function getPlatform({ platforms }: OutboxParts, { space }: ClaimedDelivery): Platform {
  const platform = platforms.find(({ name }) => name === space.platform);
  if (!platform) throw new PlatformError('later', `${space.platform} is off`);
  return platform;
}
