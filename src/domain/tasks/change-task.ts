import type { Prisma } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { type AuditVerb, audit } from '../audit.ts';
import { announce, refreshCards } from '../deliveries/announce.ts';
import type { LetterData } from '../deliveries/letters.ts';
import type { Acting } from '../people/acting.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { getTaskRow } from './get-task.ts';
import { remindOwner } from './remind-owner.ts';
import type { TaskRow } from './rows.ts';
import { showOrigin } from './show-origin.ts';

/** What becomes of a task, under which verb it is written down, and what is told beside the cards. */
export interface TaskChange {
  readonly verb: AuditVerb;
  readonly data: Omit<Prisma.TaskUncheckedUpdateManyInput, 'version' | 'coalitionId'>;
  readonly facts?: Prisma.InputJsonObject;
  readonly letter?: TaskLetter;
}

type TaskLetterKind = 'task.finished' | 'task.repeated' | 'task.assigned';
type TaskLetter = {
  readonly [K in TaskLetterKind]: { readonly kind: K; readonly data: LetterData<K> };
}[TaskLetterKind];

/** How often a change is decided anew because another came in between. */
const attempts = 10;

/**
 * Changes a task as `decide` says from what it is by now: the change, its audit row, its version, its deliveries
 * and what its owner is reminded of in one transaction. Where another change came in between, it is decided anew. `decide` returns null where there is
 * nothing to change, and throws what speaks against it. Throws `task.not-found`.
 */
export async function changeTask(
  acting: Acting,
  number: number,
  decide: (task: TaskRow) => TaskChange | null,
): Promise<TaskDetails> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const changed = await inTransaction(acting.db, (tx) => tryChange(tx, acting, number, decide));
    if (changed) return toTaskDetails(changed);
  }
  throw new Error(`a task changed ${attempts} times while it was to be changed`);
}

/** Null where the task changed between the look and the write. */
async function tryChange(
  tx: ScopedTx,
  acting: Acting,
  number: number,
  decide: (task: TaskRow) => TaskChange | null,
): Promise<TaskRow | null> {
  const task = await getTaskRow(tx, number);
  const change = decide(task);
  if (!change) return task;
  const { id, version } = task;
  const data = { ...change.data, version: { increment: 1 } };
  const { count } = await tx.task.updateMany({ where: { id, version }, data });
  if (count === 0) return null;
  await audit(tx, acting, change.verb, id, change.facts);
  await tell(tx, acting, id, change.letter);
  await showOrigin(tx, task, acting.now);
  const changed = await getTaskRow(tx, number);
  await remindOwner(tx, acting.coalition, changed, acting.now);
  return changed;
}

async function tell(tx: ScopedTx, { coalition, now }: Acting, subjectId: string, letter?: TaskLetter): Promise<void> {
  const about = { coalitionId: coalition.id, subjectId, now };
  await refreshCards(tx, 'task', about);
  if (letter) await announce(tx, about, letter.kind, letter.data);
}
