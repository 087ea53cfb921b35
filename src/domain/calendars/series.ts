import type { CalendarSlot, CalendarTime } from '../../core/calendar.ts';
import type { Conversation, Occurrence } from '../../store/generated/sqlite/client.ts';
import { addMinutes } from '../../time/days.ts';
import { occurrencesAfter } from '../../time/recurrence/occurrences.ts';
import { parseRule } from '../../time/recurrence/parse-rule.ts';
import { writeRule } from '../../time/recurrence/rule.ts';
import { isShownOnce, toInstant, toWallClock } from '../../time/zones.ts';

/** One time of a conversation that stands in somebody's calendar. */
export interface Kept {
  readonly row: Occurrence;
  /** Whether it is certain that they come. */
  readonly certain: boolean;
  /** Whether there is more to say of it than of its whole series. */
  readonly special: boolean;
}

/** When something takes place, and which time of the conversation it is; null: what all times of it share. */
export interface PlacedSlot extends CalendarSlot {
  readonly row: Occurrence | null;
}

/** One time of a conversation by itself, as the only one there is. `uid` tells it from others. */
export function toSingle({ row, certain }: Kept, { zone }: Conversation, uid: string): PlacedSlot {
  const { startsAt, endsAt, sequence, createdAt, changedAt } = row;
  const begin = { wall: toWall(startsAt, zone), at: startsAt };
  const end = { wall: toWall(endsAt, zone), at: endsAt };
  const isPlain = isShownOnce(begin.wall, zone) && isShownOnce(end.wall, zone);
  return {
    ...{ row, uid, begin, end, repeats: null, replaces: null, sequence, createdAt, changedAt },
    zone: isPlain ? toZone(zone) : null,
    status: statusOf({ row, certain }),
  };
}

/**
 * A series as RFC 5545 has it: a rule that names its planned times and no more, without those that are not kept, and a
 * slot for each one that differs from what the rule says: moved, called off, longer, uncertain, or with more to say.
 * Where clocks are put forward or back, programs do not agree on what a rule names: such times stand by themselves, in
 * UTC. `rows` are all times there are.
 */
export function toSeries(conversation: Conversation, rows: readonly Occurrence[], kept: readonly Kept[]): PlacedSlot[] {
  const { zone } = conversation;
  const plain = kept.filter((each) => isPlain(each, zone));
  const apart = kept.filter((each) => !plain.includes(each)).map((each) => toSingle(each, conversation, each.row.id));
  const whole = toWhole(conversation, rows, plain);
  if (!whole) return apart;
  const differing = plain
    .filter((each) => differs(each, whole, zone))
    .map((each) => toDiffering(each, whole, conversation));
  return [whole, ...differing, ...apart];
}

function isPlain({ row: { plannedWall, startsAt, endsAt } }: Kept, zone: string): boolean {
  return [plannedWall, toWall(startsAt, zone), toWall(endsAt, zone)].every((wall) => isShownOnce(wall, zone));
}

function toWhole(conversation: Conversation, rows: readonly Occurrence[], kept: readonly Kept[]): PlacedSlot | null {
  const { id: uid, zone, createdAt } = conversation;
  const [first] = rows;
  const last = rows.at(-1);
  // What was edited was so for what was to come, so the last time is as most are.
  const usual = kept.findLast(({ row }) => row.state !== 'cancelled') ?? kept.at(-1);
  if (!first || !last || !usual) return null;
  const begin = named(first.plannedWall, zone);
  return {
    ...{ row: null, uid, zone: toZone(zone), replaces: null, createdAt },
    begin,
    end: named(addMinutes(begin.wall, minutesOf(usual.row)), zone),
    repeats: { rule: endRule(conversation, last, zone), except: findExceptions(conversation, [first, last], kept) },
    status: statusOf(usual),
    sequence: sequenceOf(conversation, rows),
    changedAt: new Date(Math.max(...rows.map((row) => row.changedAt.getTime()))),
  };
}

/** The rule up to the last planned time, which RFC 5545 wants in UTC. */
function endRule({ rule }: Conversation, last: Occurrence, zone: string): string {
  const until = toInstant(last.plannedWall, zone).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  return writeRule({ ...endless(rule), until: `${until.replace(/[-:]/g, '')}Z` });
}

function endless(rule: string | null) {
  const { count: _, until: __, ...rest } = parseRule(rule ?? '');
  return rest;
}

/** What the rule names from the first to the last planned time and is not kept. */
function findExceptions(
  { rule, zone }: Conversation,
  [first, last]: readonly [Occurrence, Occurrence],
  kept: readonly Kept[],
): readonly CalendarTime[] {
  const until = `${last.plannedWall.replace(/[-:]/g, '')}00`;
  // By clocks that nobody moves, as programs work out a rule: so nothing that it names is missed.
  const floating = { wall: first.plannedWall, zone: 'UTC', rule: writeRule({ ...endless(rule), until }) };
  const before = new Date(toInstant(first.plannedWall, 'UTC').getTime() - 1);
  const keptWalls = new Set(kept.map(({ row }) => row.plannedWall));
  return occurrencesAfter(floating, before, Number.POSITIVE_INFINITY)
    .filter(({ wall }) => !keptWalls.has(wall))
    .map(({ wall }) => named(wall, zone));
}

/** Grows with every change of any of its times, and when more are planned. */
function sequenceOf({ createdAt }: Conversation, rows: readonly Occurrence[]): number {
  const changes = rows.reduce((sum, { sequence }) => sum + sequence, 0);
  return changes + rows.filter((row) => row.createdAt > createdAt).length;
}

function differs({ row, certain, special }: Kept, whole: PlacedSlot, zone: string): boolean {
  return (
    special ||
    statusOf({ row, certain }) !== whole.status ||
    toWall(row.startsAt, zone) !== row.plannedWall ||
    toWall(row.endsAt, zone) !== addMinutes(row.plannedWall, minutesBetween(whole))
  );
}

function toDiffering(each: Kept, whole: PlacedSlot, conversation: Conversation): PlacedSlot {
  const replaces = named(each.row.plannedWall, conversation.zone);
  const { sequence, createdAt } = whole;
  return { ...toSingle(each, conversation, whole.uid), replaces, sequence, createdAt };
}

function statusOf({ row, certain }: Pick<Kept, 'row' | 'certain'>): CalendarSlot['status'] {
  if (row.state === 'cancelled') return 'cancelled';
  return certain ? 'confirmed' : 'tentative';
}

function named(wall: string, zone: string): CalendarTime {
  return { wall, at: toInstant(wall, zone) };
}

function toZone(zone: string): string | null {
  return zone === 'UTC' ? null : zone;
}

function toWall(at: Date, zone: string): string {
  return toWallClock(at, zone).toString({ smallestUnit: 'minute' });
}

function minutesOf({ startsAt, endsAt }: Occurrence): number {
  return (endsAt.getTime() - startsAt.getTime()) / 60_000;
}

/** By the clocks, whatever is done to them meanwhile. */
function minutesBetween({ begin, end }: PlacedSlot): number {
  return (toInstant(end.wall, 'UTC').getTime() - toInstant(begin.wall, 'UTC').getTime()) / 60_000;
}
