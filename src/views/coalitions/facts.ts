import type { Mentionable, PlatformName } from '../../core/rich-text.ts';
import type { RecurrenceFacts } from '../recurrence.ts';

/** What a member may be in a coalition, most responsible first. */
export type RoleName = 'organizer' | 'facilitator' | 'bridge-builder' | 'member';

/** A coalition as its views need it. `zone` is an IANA name, `locale` a language that the bot speaks. */
export interface CoalitionFacts {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
}

/** How a coalition is set up. `digest`: when its spaces hear of their tasks; null where they do not. */
export interface SettingsFacts {
  readonly coalition: CoalitionFacts;
  readonly digest: RecurrenceFacts | null;
}

/** A linked channel. `lostAt`: since when the platform says that it is gone or closed to the bot. */
export interface SpaceFacts {
  readonly platform: PlatformName;
  readonly name: string;
  readonly lostAt: Date | null;
}

/** All that `/coalition show` shows. Sectors and areas are those that members named, each once. */
export interface CoalitionOverview {
  readonly coalition: CoalitionFacts;
  readonly spaces: readonly SpaceFacts[];
  readonly roles: Readonly<Record<RoleName, number>>;
  readonly sectors: readonly string[];
  readonly areas: readonly string[];
}

/** A person in a coalition. */
export interface MemberFacts {
  readonly who: Mentionable;
  readonly role: RoleName;
  readonly sector: string | null;
  readonly area: string | null;
}

/** One page of members. Pages count from 1; `total` counts the members of all pages. */
export interface MemberPage {
  readonly members: readonly MemberFacts[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A code that links another channel. */
export interface InviteFacts {
  readonly coalitionId: string;
  readonly code: string;
  readonly expiresAt: Date;
}
