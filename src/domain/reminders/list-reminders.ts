import type { Prisma } from '../../store/generated/sqlite/client.ts';
import { type Page, toPage } from '../pages.ts';
import type { Acting } from '../people/acting.ts';
import { type ReminderDetails, reminderParts, toReminderDetails, withMembers } from './details.ts';
import { findSchedules } from './get-reminder.ts';

/** One page of reminders. */
export interface ReminderPage extends Page {
  readonly reminders: readonly ReminderDetails[];
}

/** How many reminders stand on a page. */
const perPage = 10;
/** How many ids are asked for at once: SQLite takes no more than about a thousand values in a query. */
const batch = 500;

/** Which reminders are a member's to hear of: theirs, those they made for others, and those for everybody. */
export function concerning({ member }: Acting): Prisma.ReminderWhereInput {
  return { OR: [{ recipientId: member.id }, { authorId: member.id }, { recipientId: null }] };
}

/** One page of the reminders to come that concern a member, what comes first first. Pages count from 1. */
export async function listReminders(acting: Acting, page?: number): Promise<ReminderPage> {
  const ids = await findComing(acting);
  const place = toPage(page, ids.length, perPage);
  const shown = ids.slice((place.page - 1) * perPage, place.page * perPage);
  const rows = await acting.db.reminder.findMany({ where: { id: { in: shown } }, include: reminderParts });
  const inOrder = rows.toSorted((one, other) => shown.indexOf(one.id) - shown.indexOf(other.id));
  return { ...place, reminders: await toDetails(acting, inOrder) };
}

/** The ids of all that is to come, in that order. It begins at the schedules: what is over has none, and stays for ever. */
async function findComing(acting: Acting): Promise<readonly string[]> {
  const { db } = acting;
  const schedules = await db.schedule.findMany({
    where: { subject: 'reminder', nextAt: { not: null } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    select: { subjectId: true },
  });
  const ids = [...new Set(schedules.map(({ subjectId }) => subjectId))];
  const theirs = new Set<string>();
  for (let start = 0; start < ids.length; start += batch) {
    const found = await db.reminder.findMany({
      where: { id: { in: ids.slice(start, start + batch) }, state: 'active', ...concerning(acting) },
      select: { id: true },
    });
    for (const { id } of found) theirs.add(id);
  }
  return ids.filter((id) => theirs.has(id));
}

/**
 * One page of the reminders that a member may look into, the newest first, those that are over among them; for
 * organizers also what members want of each other. Pages count from 1.
 */
export async function listAllReminders(acting: Acting, page?: number): Promise<ReminderPage> {
  const { db, member } = acting;
  const where = member.role === 'organizer' ? openTo(acting) : concerning(acting);
  const place = toPage(page, await db.reminder.count({ where }), perPage);
  const rows = await db.reminder.findMany({
    where,
    include: reminderParts,
    orderBy: { number: 'desc' },
    skip: (place.page - 1) * perPage,
    take: perPage,
  });
  return { ...place, reminders: await toDetails(acting, rows) };
}

/** What an organizer may look into: all but what members note for themselves, which is nobody else's. */
function openTo({ db, member }: Acting): Prisma.ReminderWhereInput {
  const { authorId } = db.reminder.fields;
  return { OR: [{ authorId: member.id }, { recipientId: null }, { NOT: { recipientId: { equals: authorId } } }] };
}

async function toDetails({ db }: Acting, rows: Parameters<typeof withMembers>[1]): Promise<ReminderDetails[]> {
  const schedules = await findSchedules(
    db,
    rows.map(({ id }) => id),
  );
  return (await withMembers(db, rows)).map((row) => toReminderDetails(row, schedules));
}
