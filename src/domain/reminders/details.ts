import type { Mentionable } from '../../core/rich-text.ts';
import type { Prisma, ReminderState, Schedule } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { isOpen } from '../audiences/addresses.ts';
import { type NamedSpace, toNamedSpace, withNamesakes } from '../audiences/named-space.ts';
import { loadMembers } from '../people/load-members.ts';
import { type MemberWithPerson, toMentionable } from '../people/mentionable.ts';
import { upcoming } from '../schedules/occurrences.ts';

/** What a query of reminders includes so that `withMembers` can add the rest. */
export const reminderParts = { space: { include: withNamesakes } } as const;

type BareRow = Prisma.ReminderGetPayload<{ include: typeof reminderParts }>;

/** A reminder with what is needed to show it. */
export interface ReminderRow extends BareRow {
  readonly author: MemberWithPerson;
  readonly recipient: MemberWithPerson | null;
}

/** Reminders with all that is needed to show them; each member is loaded once, in however many of them they are. */
export async function withMembers(db: DbTx, rows: readonly BareRow[]): Promise<ReminderRow[]> {
  const members = await loadMembers(
    db,
    rows.flatMap(({ authorId, recipientId }) => [authorId, recipientId]),
  );
  return rows.flatMap((row) => {
    const author = members.get(row.authorId);
    return author ? [{ ...row, author, recipient: members.get(row.recipientId ?? '') ?? null }] : [];
  });
}

/** A reminder as it is shown. */
export interface ReminderDetails {
  readonly id: string;
  readonly coalitionId: string;
  readonly number: number;
  readonly text: string;
  readonly state: ReminderState;
  readonly author: Mentionable;
  readonly authorId: string;
  /** Null: everybody in the space. */
  readonly recipient: Mentionable | null;
  readonly recipientId: string | null;
  readonly space: NamedSpace;
  readonly spaceId: string;
  /** It is for everybody in a channel that is gone, closed to the bot, or linked no more: nobody hears it. */
  readonly unheard: boolean;
  /** The rule it comes again by, from a wall-clock time in a zone; null where it comes once. */
  readonly repeats: { readonly wall: string; readonly zone: string; readonly rule: string } | null;
  /** The next occurrences, at most three. */
  readonly next: readonly Date[];
  /** Until when it was put off. */
  readonly snoozedUntil: Date | null;
}

/** How many of the next occurrences are shown. */
const occurrencesShown = 3;

/** A reminder as it is shown, from its row and its schedules. */
export function toReminderDetails(row: ReminderRow, schedules: readonly Schedule[]): ReminderDetails {
  const { id, coalitionId, number, text, state, authorId, recipientId, space, spaceId } = row;
  const own = schedules.filter(({ subjectId, nextAt }) => subjectId === id && nextAt !== null);
  const due = own.find(({ letter }) => letter === 'reminder.due');
  return {
    ...{ id, coalitionId, number, text, state, authorId, recipientId, spaceId },
    author: toMentionable(row.author.person),
    recipient: row.recipient && toMentionable(row.recipient.person),
    space: toNamedSpace(space),
    unheard: recipientId === null && !isOpen(space),
    repeats: due && due.rule !== null ? { wall: due.wall, zone: due.zone, rule: due.rule } : null,
    next: due ? nextOf(due) : [],
    snoozedUntil: own.find(({ letter }) => letter === 'reminder.snoozed')?.nextAt ?? null,
  };
}

function nextOf(schedule: Schedule): Date[] {
  if (schedule.nextAt === null) return [];
  const following = upcoming(schedule, schedule.nextAt, occurrencesShown - 1);
  return [schedule.nextAt, ...following.map(({ at }) => at)];
}
