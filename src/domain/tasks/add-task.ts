import type { NamedRecurrence, NamedTime, PersonInput } from '../../core/param.ts';
import type { Member } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { announce } from '../deliveries/announce.ts';
import { nextNumber } from '../numbers.ts';
import type { Acting } from '../people/acting.ts';
import { getOrAddMember } from '../people/find-member.ts';
import { type TaskDetails, toTaskDetails } from './details.ts';
import { toDueColumns } from './due.ts';
import { getGoal, getTaskRow } from './get-task.ts';
import { remindOwner } from './remind-owner.ts';
import { assertNotTooOften, firstDue, toRepeatColumns } from './repeat.ts';
import { showOrigin } from './show-origin.ts';

/** A task to be added. `goal` is the number of one. */
export interface NewTask {
  readonly title: string;
  readonly notes?: string | undefined;
  readonly owner?: PersonInput | undefined;
  readonly due?: NamedTime | undefined;
  /** Comes again by this rule; first when it is due, or else when the rule says so. */
  readonly repeat?: NamedRecurrence | undefined;
  readonly goal?: number | undefined;
  /** The time of a conversation that it follows from, by its id. */
  readonly occurrenceId?: string | undefined;
}

/**
 * Adds a task under the next number and has its card posted in every space. Throws `task.too-often`,
 * `goal.not-found`, `person.not-found`, `person.ambiguous`.
 */
export async function addTask(acting: Acting, wanted: NewTask): Promise<TaskDetails> {
  const owner = wanted.owner ? await getOrAddMember(acting, wanted.owner) : null;
  return inTransaction(acting.db, (tx) => createTask(tx, acting, wanted, owner));
}

/** The same in a transaction that does more than that, for an owner who is known. Throws `task.too-often`, `goal.not-found`. */
export async function createTask(
  tx: ScopedTx,
  acting: Acting,
  wanted: Omit<NewTask, 'owner'>,
  owner: Member | null,
): Promise<TaskDetails> {
  const { coalition, member, now } = acting;
  const { repeat, due = repeat && firstDue(repeat), occurrenceId = null } = wanted;
  if (repeat) assertNotTooOften(repeat, now);
  const goal = wanted.goal === undefined ? null : await getGoal(tx, wanted.goal);
  const number = await nextNumber(tx, coalition.id, 'task');
  await tx.task.create({
    data: {
      coalitionId: coalition.id,
      number,
      title: wanted.title,
      notes: wanted.notes ?? null,
      authorId: member.id,
      ownerId: owner?.id ?? null,
      goalId: goal?.id ?? null,
      occurrenceId,
      ...toDueColumns(due),
      ...toRepeatColumns(repeat, due),
      createdAt: now,
    },
  });
  const row = await getTaskRow(tx, number);
  await audit(tx, acting, 'task.added', row.id);
  await remindOwner(tx, coalition, row, now);
  await announce(tx, { coalitionId: coalition.id, subjectId: row.id, now }, 'task.card.post', {});
  await showOrigin(tx, row, now);
  return toTaskDetails(row);
}
