import type { CalendarEntry } from '../../core/ports.ts';
import type { View } from '../../core/view.ts';
import type { SkipReason } from '../../domain/deliveries/reasons.ts';
import type { Notice } from '../../views/notices/notice.ts';

/** What a delivery says, decided at the moment it is sent, or why it makes no sense any more. */
export type Composed =
  | { readonly type: 'post'; readonly view: View }
  /** A card remembers which version of its subject it shows. */
  | { readonly type: 'card.post' | 'card.edit'; readonly view: View; readonly version: number }
  /** Something whose time has come; how it is put depends on where and when it is said. */
  | { readonly type: 'notice'; readonly notice: Notice }
  /** What the platform's own calendar is to show; `cancelled`: it does not take place. */
  | { readonly type: 'mirror'; readonly entry: CalendarEntry; readonly cancelled: boolean; readonly version: number }
  | { readonly type: 'skip'; readonly reason: SkipReason };

/** It is not said. */
export function skip(reason: SkipReason): Composed {
  return { type: 'skip', reason };
}
