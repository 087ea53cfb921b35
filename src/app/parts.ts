import type { Command } from '../core/define.ts';
import type { AccountFacts, Place } from '../core/invocation.ts';
import type { Counters, Log } from '../core/ports.ts';
import type { Site } from '../core/site.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import type { Clock } from '../time/clock.ts';
import type { Defaults } from '../views/choose-speech.ts';
import type { Doorkeeper } from './doorkeeper.ts';

/** What the app is made of; the composition root hands it over. */
export interface AppParts {
  readonly commands: readonly Command[];
  readonly catalogue: Catalogue;
  readonly door: Doorkeeper;
  readonly clock: Clock;
  readonly log: Log;
  readonly counters?: Pick<Counters, 'invocation'>;
  readonly defaults: Defaults;
  readonly site: Site;
  /** What a platform says of an account of its. Throws `PlatformError`. */
  readonly describe: (place: Place, accountId: string) => Promise<AccountFacts>;
}
