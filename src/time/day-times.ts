import { Temporal } from 'temporal-polyfill';
import type { HourRange } from '../core/param.ts';
import { toInstant, toWallClock } from './zones.ts';

/** When the quiet hours end that it is in now, by the clocks of a zone (IANA); null where it is in none. */
export function endOfQuiet(now: Date, { from, to }: HourRange, zone: string): Date | null {
  const wall = toWallClock(now, zone);
  const time = wall.toPlainTime();
  const [start, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const begun = Temporal.PlainTime.compare(time, start) >= 0;
  const over = Temporal.PlainTime.compare(time, end) >= 0;
  const passesMidnight = Temporal.PlainTime.compare(start, end) > 0;
  const quiet = passesMidnight ? begun || !over : begun && !over;
  if (!quiet) return null;
  const day = wall.toPlainDate().add({ days: passesMidnight && begun ? 1 : 0 });
  return latest(toInstant(day.toPlainDateTime(end).toString(), zone), new Date(now.getTime() + 1));
}

/** The first moment of the day that it is in a zone. */
export function startOfDay(now: Date, zone: string): Date {
  return toInstant(toWallClock(now, zone).toPlainDate().toString(), zone);
}

/** Nine o'clock of the next day in a zone. */
export function nextMorning(now: Date, zone: string): Date {
  const tomorrow = toWallClock(now, zone).toPlainDate().add({ days: 1 });
  return toInstant(tomorrow.toPlainDateTime({ hour: 9 }).toString(), zone);
}

/** Where clocks are set back, the end of the quiet hours may lie behind. */
function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}
