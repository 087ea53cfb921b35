import type { ScopedTx } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';
import { type MemberWithPerson, withPerson } from '../people/mentionable.ts';
import type { OccurrenceRow } from './row.ts';

/** Who has a seat at an occurrence, and what is on record of who came. */
export interface AttendanceState {
  readonly seated: ReadonlySet<string>;
  /** By member: whether they came. */
  readonly noted: ReadonlyMap<string, boolean>;
}

/** How it stands by now. */
export async function loadAttendanceState(tx: ScopedTx, { id: occurrenceId }: OccurrenceRow): Promise<AttendanceState> {
  const seats = await tx.rsvp.findMany({
    where: { occurrenceId, answer: 'yes', seat: 'taken' },
    select: { memberId: true },
  });
  const noted = await tx.attendance.findMany({ where: { occurrenceId }, select: { memberId: true, came: true } });
  return {
    seated: new Set(seats.map(({ memberId }) => memberId)),
    noted: new Map(noted.map(({ memberId, came }) => [memberId, came])),
  };
}

/** All members who may have been there: those who are by now, and those of whom something is on record. */
export function loadPossible(tx: ScopedTx, { id: occurrenceId }: OccurrenceRow): Promise<MemberWithPerson[]> {
  return tx.member.findMany({
    where: { OR: [{ leftAt: null }, { attendances: { some: { occurrenceId } } }] },
    include: withPerson,
  });
}

/** Who came, and who had a seat and did not. */
export interface NotedAttendance {
  readonly came: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
  /** Whether what is on record of others stays. */
  readonly keepOthers: boolean;
}

/** Notes who came and who did not, in the transaction that locked the occurrence; `noted` is what is on record so far. */
export async function noteAttendance(
  tx: ScopedTx,
  { coalition, member, now }: Acting,
  { id: occurrenceId }: OccurrenceRow,
  { noted }: AttendanceState,
  { came, absent, keepOthers }: NotedAttendance,
): Promise<void> {
  const by = { notedById: member.id, notedAt: now };
  const missing = [...came, ...absent].filter((id) => !noted.has(id));
  await tx.attendance.createMany({
    data: missing.map((memberId) => {
      return { coalitionId: coalition.id, occurrenceId, memberId, came: came.has(memberId), ...by };
    }),
  });
  for (const [value, ids] of [[true, came] as const, [false, absent] as const]) {
    const turned = [...ids].filter((id) => noted.get(id) === !value);
    const where = { occurrenceId, memberId: { in: turned } };
    if (turned.length > 0) await tx.attendance.updateMany({ where, data: { came: value, ...by } });
  }
  const others = [...noted.keys()].filter((id) => !came.has(id) && !absent.has(id));
  if (!keepOthers) await tx.attendance.deleteMany({ where: { occurrenceId, memberId: { in: others } } });
}
