import { UserError } from '../../core/errors.ts';
import { formatReference } from '../../core/ids.ts';
import type { Goal } from '../../store/generated/sqlite/client.ts';
import type { ScopedTx } from '../../store/scope.ts';
import type { Acting } from '../people/acting.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { loadRows, type TaskRow } from './rows.ts';

/** A task of the coalition by its number. Throws `task.not-found`. */
export async function getTask({ db }: Acting, number: number): Promise<TaskDetails> {
  return toTaskDetails(await getTaskRow(db, number));
}

/** The row of a task by its number. Throws `task.not-found`. */
export async function getTaskRow(tx: ScopedTx, number: number): Promise<TaskRow> {
  const found = await tx.task.findFirst({ where: { number } });
  const [row] = found ? await loadRows(tx, [found]) : [];
  if (!row) throw new UserError('task.not-found', { reference: formatReference('task', number) });
  return row;
}

/** A goal of the coalition by its number. Throws `goal.not-found`. */
export async function getGoal(tx: ScopedTx, number: number): Promise<Goal> {
  const goal = await tx.goal.findFirst({ where: { number } });
  if (!goal) throw new UserError('goal.not-found', { reference: formatReference('goal', number) });
  return goal;
}
