import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { loadRows } from './rows.ts';

/** The open tasks of a coalition at a glance: the first of each kind, and how many there are. */
export interface TaskDigest {
  /** Longest overdue first. */
  readonly overdue: { readonly tasks: readonly TaskDetails[]; readonly total: number };
  /** What is due first, first; then what has no date. */
  readonly open: { readonly tasks: readonly TaskDetails[]; readonly total: number };
}

/** How many tasks of each kind are told one by one. */
const told = 10;

/** What there is to do in a coalition. */
export async function loadTaskDigest(db: Db, coalitionId: string, now: Date): Promise<TaskDigest> {
  const open = { coalitionId, status: 'open' } as const;
  return {
    overdue: await loadSome(db, { ...open, dueAt: { lt: now } }),
    open: await loadSome(db, { ...open, OR: [{ dueAt: null }, { dueAt: { gte: now } }] }),
  };
}

async function loadSome(db: Db, where: Prisma.TaskWhereInput) {
  const rows = await db.task.findMany({
    where,
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: told,
  });
  return { tasks: (await loadRows(db, rows)).map(toTaskDetails), total: await db.task.count({ where }) };
}
