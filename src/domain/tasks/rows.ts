import type { Goal, Prisma, Task } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { loadMembers } from '../people/load-members.ts';
import type { MemberWithPerson } from '../people/mentionable.ts';

const ofConversation = { conversation: true } as const;

/** The row of a task with all that is shown of it. */
export interface TaskRow extends Task {
  readonly author: MemberWithPerson;
  readonly owner: MemberWithPerson | null;
  readonly finisher: MemberWithPerson | null;
  readonly goal: Goal | null;
  readonly occurrence: Prisma.OccurrenceGetPayload<{ include: typeof ofConversation }> | null;
}

/**
 * Tasks with all that is shown of them. One thing is loaded after the other, each once in however many tasks it is, and
 * none where there is none of it.
 */
export async function loadRows(db: DbTx, tasks: readonly Task[]): Promise<TaskRow[]> {
  const members = await loadMembers(
    db,
    tasks.flatMap(({ authorId, ownerId, finisherId }) => [authorId, ownerId, finisherId]),
  );
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
