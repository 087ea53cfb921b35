import type { Prisma, Schedule } from '../../store/generated/sqlite/client.ts';
import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import { type ReminderDetails, reminderParts, toReminderDetails, withMembers } from './details.ts';
import { findSchedules } from './get-reminder.ts';

/** One page of reminders, the next to come first. */
export interface ReminderPage extends Page {
  readonly reminders: readonly ReminderDetails[];
}

/** How many reminders stand on a page, and among how many of the newest they are looked for. */
const limits = { perPage: 10, searched: 1_000 };

/** Which reminders are a member's to hear of: theirs, those they made for others, and those for everybody. */
export function concerning({ member }: Acting): Prisma.ReminderWhereInput {
  return { OR: [{ recipientId: member.id }, { authorId: member.id }, { recipientId: null }] };
}

/** One page of the reminders to come that concern a member, what comes first first. Pages count from 1. */
export async function listReminders(acting: Acting, page?: number): Promise<ReminderPage> {
  const { db } = acting;
  const active = await db.reminder.findMany({
    where: { state: 'active', ...concerning(acting) },
    orderBy: { number: 'desc' },
    take: limits.searched,
    select: { id: true },
  });
  const schedules = await findSchedules(
    db,
    active.map(({ id }) => id),
  );
  const inOrder = schedules.toSorted((one, other) => Number(one.nextAt) - Number(other.nextAt));
  const ids = [...new Set(inOrder.map(({ subjectId }) => subjectId))];
  return showPage(db, ids, schedules, page);
}

/**
 * One page of the reminders that a member may look into, the newest first, those that are over among them; for
 * organizers also what members want of each other. Pages count from 1.
 */
export async function listAllReminders(acting: Acting, page?: number): Promise<ReminderPage> {
  const { db, member } = acting;
  const isOrganizer = member.role === 'organizer';
  const found = await db.reminder.findMany({
    where: isOrganizer ? {} : concerning(acting),
    orderBy: { number: 'desc' },
    take: limits.searched,
    select: { id: true, authorId: true, recipientId: true },
  });
  // What members note for themselves is nobody else's.
  const isOwnNote = ({ authorId, recipientId }: (typeof found)[number]) => authorId === recipientId;
  const ids = found.filter((each) => each.authorId === member.id || !isOwnNote(each)).map(({ id }) => id);
  return showPage(db, ids, await findSchedules(db, ids), page);
}

async function showPage(
  db: Acting['db'],
  ids: readonly string[],
  schedules: readonly Schedule[],
  page: number | undefined,
): Promise<ReminderPage> {
  const place = toPage(page, ids.length, limits.perPage);
  const shown = ids.slice((place.page - 1) * limits.perPage, place.page * limits.perPage);
  const rows = await db.reminder.findMany({ where: { id: { in: shown } }, include: reminderParts });
  const byId = new Map((await withMembers(db, rows)).map((row) => [row.id, row]));
  return {
    ...place,
    reminders: shown.flatMap((id) => {
      const row = byId.get(id);
      return row ? [toReminderDetails(row, schedules)] : [];
    }),
  };
}
