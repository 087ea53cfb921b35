import { formatOccurrence } from '../../core/ids.ts';
import type { Conversation, Occurrence } from '../../store/generated/sqlite/client.ts';

/** The row of an occurrence with that of its conversation. */
export type OccurrenceRow = Occurrence & { readonly conversation: Conversation };

/** `C-3`, of a series `C-3.2`: how people name it. */
export function toReference({ number: occurrence, conversation: { number, rule } }: OccurrenceRow): string {
  return formatOccurrence({ number, occurrence: rule === null ? null : occurrence });
}
