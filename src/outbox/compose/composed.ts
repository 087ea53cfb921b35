import type { CalendarEntry } from '../../core/ports.ts';
import type { View } from '../../core/view.ts';
import type { SkipReason } from '../../domain/deliveries/reasons.ts';
import type { Notice } from '../../views/notices/notice.ts';

/** What a notice says, decided at the moment it is sent, or why it makes no sense any more. */
export type ComposedNotice =
  /** Something whose time has come; how it is put depends on where and when it is said, and with what. */
  { readonly type: 'notice'; readonly notice: Notice } | Skipped;

/** The same of any delivery. */
export type Composed =
  | ComposedNotice
  | { readonly type: 'post'; readonly view: View }
  /** A card remembers which version of its subject it shows. */
  | { readonly type: 'card.post' | 'card.edit'; readonly view: View; readonly version: number }
  /** What the platform's own calendar is to show; `cancelled`: it does not take place. */
  | { readonly type: 'mirror'; readonly entry: CalendarEntry; readonly cancelled: boolean; readonly version: number };

interface Skipped {
  readonly type: 'skip';
  readonly reason: SkipReason;
}

/** It is not said. */
export function skip(reason: SkipReason): Skipped {
  return { type: 'skip', reason };
}
