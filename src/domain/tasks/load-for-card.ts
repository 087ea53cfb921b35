import type { Mentionable } from '../../core/rich-text.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { toMentionable, withPerson } from '../people/mentionable.ts';
import { type TaskDetails, taskParts, toTaskDetails } from './details.ts';

/** The task that a delivery is about, as it is by now; null where it is not there. */
export async function loadTaskForCard(
  db: Db,
  { coalitionId, subjectId }: Pick<Delivery, 'coalitionId' | 'subjectId'>,
): Promise<TaskDetails | null> {
  const row = await db.task.findUnique({ where: { id: subjectId, coalitionId }, include: taskParts });
  return row && toTaskDetails(row);
}

/** Somebody whom a letter names by their member id; null where they are not of its coalition. */
export async function loadMentioned(
  db: Db,
  { coalitionId }: Pick<Delivery, 'coalitionId'>,
  memberId: string,
): Promise<Mentionable | null> {
  const member = await db.member.findUnique({ where: { id: memberId, coalitionId }, include: withPerson });
  return member && toMentionable(member.person);
}
