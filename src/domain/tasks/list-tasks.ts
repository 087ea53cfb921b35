import type { PersonInput } from '../../core/param.ts';
import type { Prisma } from '../../store/generated/sqlite/client.ts';
import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import { getMember } from '../people/find-member.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { getGoal } from './get-task.ts';
import { loadRows } from './rows.ts';

/** Which tasks a list shows; `open` unless it says otherwise. */
export const taskFilters = ['open', 'done', 'all'] as const;

/** Which tasks are wanted; what is left out restricts nothing, but for `status`. */
export interface TaskQuery {
  readonly status?: (typeof taskFilters)[number] | undefined;
  readonly owner?: PersonInput | undefined;
  /** The number of a goal. */
  readonly goal?: number | undefined;
  /** Counts from 1. */
  readonly page?: number | undefined;
}

/** One page of the tasks that were asked for. */
export interface TaskPage extends Page {
  readonly tasks: readonly TaskDetails[];
}

/** How many tasks stand on a page. */
const perPage = 10;

/**
 * One page of the coalition's tasks: what is due first, then by number. Throws `person.not-found`,
 * `person.ambiguous`, `goal.not-found`.
 */
export async function listTasks(acting: Acting, query: TaskQuery): Promise<TaskPage> {
  const { db } = acting;
  const owner = query.owner && (await getMember(acting, query.owner));
  const goal = query.goal === undefined ? undefined : await getGoal(db, query.goal);
  const where = {
    ...toStatus(query.status),
    ...(owner && { ownerId: owner.id }),
    ...(goal && { goalId: goal.id }),
  };
  const place = toPage(query.page, await db.task.count({ where }), perPage);
  const rows = await db.task.findMany({
    where,
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    skip: (place.page - 1) * perPage,
    take: perPage,
  });
  return { ...place, tasks: (await loadRows(db, rows)).map(toTaskDetails) };
}

function toStatus(filter: TaskQuery['status'] = 'open'): Prisma.TaskWhereInput {
  return filter === 'all' ? {} : { status: filter };
}
