import type { NamedTime } from '../../core/param.ts';

/** The columns of a due date: the wall-clock time in its zone is the truth, the instant what it comes to. */
export function toDueColumns(due: NamedTime | undefined) {
  return { dueWall: due?.wall ?? null, dueZone: due?.zone ?? null, dueAt: due?.at ?? null };
}
