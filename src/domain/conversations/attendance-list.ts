import type { OccurrenceReference } from '../../core/ids.ts';
import type { Mentionable } from '../../core/rich-text.ts';
import type { Acting } from '../people/acting.ts';
import { loadMembers } from '../people/load-members.ts';
import { toMentionable } from '../people/mentionable.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { leads } from './rights.ts';

/** Who was at an occurrence, by name. */
export interface AttendanceList {
  readonly came: readonly Mentionable[];
  /** Those who had a seat and did not come. */
  readonly absent: readonly Mentionable[];
}

/**
 * Who was at an occurrence that is closed, for whoever leads the conversation; null for others and before that. Throws
 * `conversation.not-found`.
 */
export async function findAttendance(acting: Acting, named: OccurrenceReference): Promise<AttendanceList | null> {
  const { db, now } = acting;
  const row = await getOccurrenceRow(db, named, now);
  if (row.state !== 'closed' || !leads(acting, row.conversation)) return null;
  const noted = await db.attendance.findMany({
    where: { occurrenceId: row.id },
    select: { memberId: true, came: true },
  });
  const members = await loadMembers(
    db,
    noted.map(({ memberId }) => memberId),
  );
  const namesOf = (value: boolean) =>
    noted
      .filter(({ came }) => came === value)
      .flatMap(({ memberId }) => members.get(memberId) ?? [])
      .map(({ person }) => toMentionable(person))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  return { came: namesOf(true), absent: namesOf(false) };
}
