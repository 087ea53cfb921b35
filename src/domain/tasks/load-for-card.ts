import type { Mentionable } from '../../core/rich-text.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import { findRows } from '../../store/rows.ts';
import type { Db } from '../../store/scope.ts';
import { together } from '../../store/together.ts';
import { loadNames } from '../people/load-names.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { loadRowsOf, peopleOf } from './rows.ts';

type OfSubject = Pick<Delivery, 'coalitionId' | 'subjectId'>;

/** The task that a delivery is about, as it is by now; null where it is not there. Many are loaded at once. */
export const loadTaskForCard = together<OfSubject, TaskDetails | null>(async (db, deliveries) => {
  const tasks = await findRows(db, 'Task', 'id', [...new Set(deliveries.map(({ subjectId }) => subjectId))]);
  const rows = await loadRowsOf(db, tasks, await loadNames(db, peopleOf(tasks)));
  const details = rows.map(toTaskDetails);
  const known = new Map(details.map((task) => [task.id, task]));
  return deliveries.map(({ coalitionId, subjectId }) => {
    const task = known.get(subjectId);
    return task?.coalitionId === coalitionId ? task : null;
  });
});

interface Mentioned {
  readonly coalitionId: string;
  readonly memberId: string;
}

/** Somebody whom a letter names by their member id; null where they are not of its coalition. */
export function loadMentioned(
  db: Db,
  { coalitionId }: Pick<Delivery, 'coalitionId'>,
  memberId: string,
): Promise<Mentionable | null> {
  return loadTogether(db, { coalitionId, memberId });
}

const loadTogether = together<Mentioned, Mentionable | null>(async (db, wanted) => {
  const names = await loadNames(
    db,
    wanted.map(({ memberId }) => memberId),
  );
  return wanted.map(({ coalitionId, memberId }) => {
    const member = names.get(memberId);
    return member?.coalitionId === coalitionId ? member.person : null;
  });
});
