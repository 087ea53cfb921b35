/** Who reads a text: their language, their zone and their present. */
export interface Reader {
  /** BCP 47. */
  readonly locale: string;
  /** IANA zone. */
  readonly zone: string;
  readonly now: Date;
}

/** An instant in the reader's language and zone. */
export function sayInstant(at: Date, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(reader.locale, { ...options, timeZone: reader.zone }).format(at);
}

/** The reader's calendar day of an instant, to compare days: `2026-11-21`. */
export function toDay(at: Date, reader: Reader): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: reader.zone }).format(at);
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How far off an instant is, in the largest unit that it fills: "in 2 hours". */
export function sayDistance(at: Date, reader: Reader): string {
  const seconds = Math.round((at.getTime() - reader.now.getTime()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** "Yesterday", "today" or "tomorrow" in the reader's language; null for any other day. */
export function sayNearDay(at: Date, reader: Reader): string | null {
  const utcDay = (instant: Date) => Date.parse(toDay(instant, reader)) / 86_400_000;
  const days = utcDay(at) - utcDay(reader.now);
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day');
}
