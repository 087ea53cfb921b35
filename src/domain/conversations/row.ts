import type { Conversation, Occurrence } from '../../store/generated/sqlite/client.ts';

/** The row of an occurrence with that of its conversation. */
export type OccurrenceRow = Occurrence & { readonly conversation: Conversation };
