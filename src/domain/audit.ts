import type { Prisma } from '../store/generated/sqlite/client.ts';
import type { ScopedTx } from '../store/scope.ts';
import type { Acting } from './people/acting.ts';

/** Everything that is written down of who changed what. */
export type AuditVerb =
  | `coalition.${'created' | 'invited' | 'revoked' | 'linked' | 'unlinked' | 'changed' | 'left' | 'role'}`
  | `task.${'added' | 'finished' | 'reopened' | 'dropped' | 'assigned' | 'due' | 'repeated'}`
  | `conversation.${'called' | 'moved' | 'cancelled' | 'edited' | 'renewed' | 'ended'}`
  | `reminder.${'added' | 'snoozed' | 'done' | 'cancelled' | 'declined'}`
  | `calendar.renewed-${'me' | 'coalition'}`
  | `conversation.${'answered' | 'proposed' | 'ordered' | 'withdrawn' | 'closed' | 'corrected' | 'attended'}`;

/** Writes down who changed what, in the transaction of the change. `data` holds ids and codes, never people's words. */
export async function audit(
  tx: ScopedTx,
  { coalition, member, now }: Pick<Acting, 'coalition' | 'member' | 'now'>,
  verb: AuditVerb,
  subjectId: string,
  data: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.audit.create({
    data: { coalitionId: coalition.id, memberId: member.id, verb, subjectId, data, at: now },
  });
}
