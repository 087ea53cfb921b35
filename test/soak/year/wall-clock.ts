/**
 * What clocks on walls show, worked out from nothing but `Intl`, to compare with what the bot works out by Temporal.
 * Instants are milliseconds since the epoch.
 */
const day = 24 * 60 * 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { ...parts, timeZone, hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock;
}

/** The wall-clock time of an instant in a zone (IANA), as `2027-03-14T18:00`. */
export function toWall(at: number, zone: string): string {
  const shown = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${shown.year}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}`;
}

/**
 * The instant of a wall-clock time. One that the clocks skip is later by what they skip, one that they show twice is the
 * first: both are what the offset of the day before says.
 */
export function toInstant(wall: string, zone: string): number {
  const shown = Date.parse(`${wall}Z`);
  const offsetAt = (at: number) => Date.parse(`${toWall(at, zone)}Z`) - at;
  const before = shown - offsetAt(shown - day);
  const after = shown - offsetAt(shown + day);
  return [before, after].find((at) => toWall(at, zone) === wall) ?? before;
}

/** All days from one instant to another, and the one before: somewhere it is still that day. As `2027-03-14`. */
export function daysBetween(from: number, to: number): readonly string[] {
  const first = from - day;
  const count = Math.ceil((to - first) / day) + 1;
  return Array.from({ length: count }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10));
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T12:00Z`).getUTCDay() || 7;
}

/** The number of a day in its month. */
export function dayOf(date: string): number {
  return Number(date.slice(8));
}

/** Whether no other day of the same name follows in its month. */
export function isLastOfItsMonth(date: string): boolean {
  const weekLater = new Date(Date.parse(`${date}T12:00Z`) + 7 * day).toISOString();
  return weekLater.slice(0, 7) !== date.slice(0, 7);
}
