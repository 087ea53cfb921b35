import type { Mentionable } from '../../core/rich-text.ts';
import type { Goal, Prisma, Task } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { loadMembers } from '../people/load-members.ts';
import type { MemberWithPerson } from '../people/mentionable.ts';

const ofConversation = { conversation: true } as const;

/** A member of whom at least is known how to mention them. */
export interface Named {
  readonly person: Mentionable;
}

/** The row of a task with all that is shown of it. */
export interface TaskRow<M extends Named = MemberWithPerson> extends Task {
  readonly author: M;
  readonly owner: M | null;
  readonly finisher: M | null;
  readonly goal: Goal | null;
  readonly occurrence: Prisma.OccurrenceGetPayload<{ include: typeof ofConversation }> | null;
}

/** The members who are named where tasks are shown. */
export function peopleOf(tasks: readonly Task[]): (string | null)[] {
  return tasks.flatMap(({ authorId, ownerId, finisherId }) => [authorId, ownerId, finisherId]);
}

/** Tasks with all that is shown of them. */
export async function loadRows(db: DbTx, tasks: readonly Task[]): Promise<TaskRow[]> {
  return loadRowsOf(db, tasks, await loadMembers(db, peopleOf(tasks)));
}

/**
 * The same where the members are there already. One thing is loaded after the other, each once in however many tasks it
 * is, and none where there is none of it.
 */
export async function loadRowsOf<M extends Named>(
  db: DbTx,
  tasks: readonly Task[],
  members: ReadonlyMap<string, M>,
): Promise<TaskRow<M>[]> {
  const goals = await loadById(
    tasks.map(({ goalId }) => goalId),
    (id) => db.goal.findMany({ where: { id } }),
  );
  const occurrences = await loadById(
    tasks.map(({ occurrenceId }) => occurrenceId),
    (id) => db.occurrence.findMany({ where: { id }, include: ofConversation }),
  );
  return tasks.flatMap((task) => {
    const author = members.get(task.authorId);
    const owner = members.get(task.ownerId ?? '') ?? null;
    const finisher = members.get(task.finisherId ?? '') ?? null;
    const goal = goals.get(task.goalId ?? '') ?? null;
    const occurrence = occurrences.get(task.occurrenceId ?? '') ?? null;
    return author ? [{ ...task, author, owner, finisher, goal, occurrence }] : [];
  });
}

async function loadById<T extends { readonly id: string }>(
  ids: readonly (string | null)[],
  load: (id: { in: string[] }) => Promise<T[]>,
): Promise<ReadonlyMap<string, T>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const found = known.length > 0 ? await load({ in: known }) : [];
  return new Map(found.map((each) => [each.id, each]));
}
