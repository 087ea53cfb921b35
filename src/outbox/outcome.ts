import type { SkipReason } from '../domain/deliveries/reasons.ts';
import type { MemberWithPerson } from '../domain/people/mentionable.ts';
import type { Hold } from '../domain/recipients/hold.ts';
import type { SentTo } from '../store/generated/sqlite/client.ts';

/** What came of a try: where it stands, why it was not to be said, until when it waits, or where it is said instead. */
export type Outcome =
  /** `version`, for cards: that of the subject as it was shown. */
  | { readonly type: 'sent'; readonly sentTo: SentTo; readonly messageId: string; readonly version?: number }
  | { readonly type: 'skipped'; readonly reason: SkipReason }
  | { readonly type: 'held'; readonly hold: Hold; readonly recipient: MemberWithPerson }
  /** Its space hears nothing any more. */
  | { readonly type: 'moved'; readonly reason: SkipReason; readonly spaceId: string };
