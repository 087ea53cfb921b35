import type { Delivery } from '../../store/generated/sqlite/client.ts';
import { findRows } from '../../store/rows.ts';
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
