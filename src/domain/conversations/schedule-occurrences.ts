import type { DbTx } from '../../store/scope.ts';
import { addDays, splitWall } from '../../time/days.ts';
import { toInstant, toWallClock } from '../../time/zones.ts';
import { tellAudience } from '../audiences/tell.ts';
import { announce } from '../deliveries/announce.ts';
import { type Plan, setSchedules } from '../schedules/set-schedule.ts';
import type { OccurrenceRow } from './row.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A moment as a schedule has it, and the instant it comes to. */
type Moment = Pick<Plan, 'wall' | 'zone'> & { readonly at: Date };

/** Everything beside its card that an occurrence says of itself. */
const letters = [
  'conversation.tomorrow',
  'conversation.today',
  'conversation.soon',
  'conversation.card.edit',
  'conversation.closing',
  'conversation.feedback',
  'conversation.summary',
] as const;

/**
 * Sets what planned occurrences of one conversation have to say of themselves as they are by now, in the transaction of
 * the change. A card that was posted, or is about to be, stays; the first one is posted at once, each of the others when
 * the one before it is over, seven days before it begins at the earliest.
 */
export async function scheduleOccurrences(tx: DbTx, rows: readonly OccurrenceRow[], now: Date): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const kind = { coalitionId: first.coalitionId, subject: 'occurrence' } as const;
  const things = rows.map((row) => ({ subjectId: row.id, plans: plansOf(row) }));
  await setSchedules(tx, kind, things, letters, now);
  const posts = await findPosts(tx, rows);
  const later = posts.map(({ row, at }) => ({ subjectId: row.id, plans: at && at > now ? planPosts(row, at) : [] }));
  await setSchedules(tx, kind, later, ['conversation.card.post', 'conversation.mirror'], now);
  for (const { row } of posts.filter(({ at }) => at === null || at <= now)) await post(tx, row, now);
}

function plansOf({ wall, startsAt, endsAt, conversation }: OccurrenceRow): readonly Plan[] {
  const { zone } = conversation;
  const { date } = splitWall(wall);
  const lastDay = toWallClock(endsAt, zone).toPlainDate().toString();
  const tomorrow = byClock(`${addDays(date, -1)}T11:00`, zone);
  const today = byClock(`${date}T08:00`, zone);
  const soon = byInstant(new Date(startsAt.getTime() - 15 * minute));
  const end = byInstant(endsAt);
  const feedback = byInstant(new Date(endsAt.getTime() + hour));
  const summary = byClock(`${addDays(lastDay, 2)}T11:00`, zone);
  const hasMorning = startsAt.getTime() - today.at.getTime() >= 2 * hour;
  // Each is worth saying until the next one comes, so that what was missed does not come all at once.
  return [
    toPlan('conversation.tomorrow', tomorrow, hasMorning ? today.at : soon.at),
    ...(hasMorning ? [toPlan('conversation.today', today, soon.at)] : []),
    { ...toPlan('conversation.soon', soon, endsAt), urgent: true },
    { ...toPlan('conversation.card.edit', end, plus(end, 7 * day)), spaceId: onlySpace(conversation) },
    toPlan('conversation.closing', end, plus(end, 7 * day)),
    toPlan('conversation.feedback', feedback, plus(feedback, 2 * day)),
    { ...toPlan('conversation.summary', summary, plus(summary, 5 * day)), spaceId: onlySpace(conversation) },
  ];
}

/** By the clocks of the conversation's own zone. */
function byClock(wall: string, zone: string): Moment {
  return { wall, zone, at: toInstant(wall, zone) };
}

/** So long before or after it begins or ends, whatever the clocks do meanwhile. */
function byInstant(at: Date): Moment {
  return { wall: at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length), zone: 'UTC', at };
}

function toPlan(letter: Plan['letter'], { wall, zone, at }: Moment, until: Date): Plan {
  const window = Math.max(0, Math.round((until.getTime() - at.getTime()) / 1_000));
  return { letter, wall, zone, rule: null, zoneOwner: { type: 'fixed' }, urgent: false, window };
}

function plus({ at }: Moment, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** What two talk about alone stands only where it was called; null: in every space. */
export function onlySpace({ format, spaceId }: OccurrenceRow['conversation']): string | null {
  return format === 'one-to-one' ? spaceId : null;
}

interface Post {
  readonly row: OccurrenceRow;
  /** Null: at once. */
  readonly at: Date | null;
}

/** Of those that have no card yet, when they get it. */
async function findPosts(tx: DbTx, rows: readonly OccurrenceRow[]): Promise<readonly Post[]> {
  const posted = await tx.delivery.findMany({
    where: {
      ...{ coalitionId: { in: rows.map(({ coalitionId }) => coalitionId) }, letter: 'conversation.card.post' },
      subjectId: { in: rows.map(({ id }) => id) },
    },
    select: { subjectId: true },
  });
  const before = await tx.occurrence.findMany({
    where: {
      conversationId: { in: rows.map(({ conversationId }) => conversationId) },
      number: { in: rows.map(({ number }) => number - 1) },
    },
  });
  const known = new Set(posted.map(({ subjectId }) => subjectId));
  const endOf = (number: number) => before.find((row) => row.number === number)?.endsAt ?? null;
  return rows.filter(({ id }) => !known.has(id)).map((row) => ({ row, at: postingTime(row, endOf(row.number - 1)) }));
}

function postingTime({ startsAt }: OccurrenceRow, previousEnd: Date | null): Date | null {
  if (previousEnd === null) return null;
  const free = Math.min(previousEnd.getTime(), startsAt.getTime());
  return new Date(Math.max(free, startsAt.getTime() - 7 * day));
}

/** Its card, and its place in the platforms' own calendars, which is for everybody's eyes. */
function planPosts({ endsAt, startsAt, conversation }: OccurrenceRow, at: Date): readonly Plan[] {
  const spaceId = onlySpace(conversation);
  const card = { ...toPlan('conversation.card.post', byInstant(at), endsAt), spaceId };
  return spaceId === null ? [card, toPlan('conversation.mirror', byInstant(at), startsAt)] : [card];
}

async function post(tx: DbTx, { id, coalitionId, conversation }: OccurrenceRow, now: Date): Promise<void> {
  const about = { coalitionId, subjectId: id, now };
  const spaceId = onlySpace(conversation);
  await announce(tx, about, 'conversation.card.post', {}, spaceId);
  if (spaceId === null) await tellAudience(tx, about, 'conversation.mirror', {});
}
