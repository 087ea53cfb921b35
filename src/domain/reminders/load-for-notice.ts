import type { Mentionable } from '../../core/rich-text.ts';
import type { Delivery, ReminderState } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { toMentionable, withPerson } from '../people/mentionable.ts';

/** A reminder as whoever hears of it needs it. */
export interface ReminderForNotice {
  readonly coalitionId: string;
  readonly number: number;
  readonly text: string;
  readonly state: ReminderState;
  /** Null: they have left the coalition, so nothing is said in their name. */
  readonly author: Mentionable | null;
  /** Who wanted it: the one it is for, or somebody else; `everybody` in the space. */
  readonly for: 'author' | 'other' | 'everybody';
}

/** The reminder that a delivery is about, as it is by now; null where it is not there. */
export async function loadReminderForNotice(
  db: Db,
  { coalitionId, subjectId }: Pick<Delivery, 'coalitionId' | 'subjectId'>,
): Promise<ReminderForNotice | null> {
  const row = await db.reminder.findUnique({
    where: { id: subjectId, coalitionId },
    include: { author: { include: withPerson } },
  });
  if (!row) return null;
  const { number, text, state, recipientId, authorId } = row;
  const forWhom = recipientId === null ? 'everybody' : recipientId === authorId ? 'author' : 'other';
  const author = row.author.leftAt === null ? toMentionable(row.author.person) : null;
  return { coalitionId, number, text, state, author, for: forWhom };
}
