import { Temporal } from 'temporal-polyfill';
import { toInstant, toWallClock } from '../zones.ts';
import { parseRule } from './parse-rule.ts';
import { createWalls, lastWall } from './walls.ts';

/** Something that comes round again, kept as it is meant: by the clock on a wall of its zone. */
export interface Recurrence {
  /** Where it starts: `2027-03-14T18:00`. It is the first occurrence if the rule names it. */
  readonly wall: string;
  /** IANA name. */
  readonly zone: string;
  /** RRULE of RFC 5545, without DTSTART: `FREQ=WEEKLY;BYDAY=TU`. */
  readonly rule: string;
  /** Days (`2027-03-14`), or wall-clock times of single occurrences, on which it does not take place. */
  readonly exceptions?: readonly string[];
}

/** One time of a recurrence: what the rule names, which tells it from all others, and the instant it comes to. */
export interface Occurrence {
  /** `2027-03-14T18:00`, even where a gap moved the instant on. */
  readonly wall: string;
  readonly at: Date;
}

/** The first occurrence after an instant; null where there is none any more. Throws `RangeError` as `occurrencesAfter`. */
export function nextOccurrence(recurrence: Recurrence, after: Date): Occurrence | null {
  return occurrencesAfter(recurrence, after, 1)[0] ?? null;
}

/**
 * At most `count` occurrences after an instant, in their order. A time in a DST gap moves forward by the gap, one in
 * an overlap happens the first time; two that thereby fall together are one. Throws `RangeError` where the zone, the
 * start or the rule cannot be.
 */
export function occurrencesAfter(recurrence: Recurrence, after: Date, count: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of inOrder(expand(recurrence, after), recurrence.zone)) {
    if (found.length >= count) break;
    if (occurrence.at > after && !isException(recurrence, occurrence)) found.push(occurrence);
  }
  return found;
}

function isException({ exceptions = [] }: Recurrence, { wall }: Occurrence): boolean {
  return exceptions.some((exception) => wall.startsWith(exception));
}

/** Occurrences by the order of their walls, from early enough not to miss one that comes after `after`. */
function* expand({ wall, zone, rule: written }: Recurrence, after: Date): Generator<Occurrence> {
  const rule = parseRule(written);
  const walls = createWalls(rule, Temporal.PlainDateTime.from(wall));
  const last = lastWall(rule.until, zone);
  let next = walls.next(reachBack(after, zone));
  while (next && next.year <= 9999 && (!last || Temporal.PlainDateTime.compare(next, last) <= 0)) {
    const named = next.toString({ smallestUnit: next.second === 0 ? 'minute' : 'second' });
    yield { wall: named, at: toInstant(named, zone) };
    next = walls.next(next.add({ seconds: 1 }));
  }
}

/** What the clocks show at an instant or, where they were just put forward (by a day, even), would show without that. */
function reachBack(at: Date, zone: string): Temporal.PlainDateTime {
  const now = toWallClock(at, zone);
  const unchanged = toWallClock(new Date(at.getTime() - 86_400_000), zone).add({ days: 1 });
  return Temporal.PlainDateTime.compare(now, unchanged) < 0 ? now : unchanged;
}

/**
 * Puts what a gap moved forward in its place among the others. Where it falls together with one that was not moved (on
 * the day after a skipped day, in the hour after a skipped hour), the other stands for both.
 */
function* inOrder(occurrences: Iterable<Occurrence>, zone: string): Generator<Occurrence> {
  let moved: Occurrence[] = [];
  for (const occurrence of occurrences) {
    if (isMoved(occurrence, zone)) {
      moved.push(occurrence);
      continue;
    }
    yield* moved.filter(({ at }) => at < occurrence.at);
    moved = moved.filter(({ at }) => at > occurrence.at);
    yield occurrence;
  }
  yield* moved;
}

function isMoved({ wall, at }: Occurrence, zone: string): boolean {
  return !toWallClock(at, zone).equals(wall);
}
