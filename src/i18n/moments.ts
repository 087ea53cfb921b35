import type { RichText, TimeStyle } from '../core/rich-text.ts';

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const hour = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** How each style reads in words. What is relative would be stale as words, so there it is the whole moment. */
const styles: Readonly<Record<TimeStyle | 'wall' | 'short', Intl.DateTimeFormatOptions>> = {
  date: day,
  time: hour,
  moment: { ...day, ...hour },
  relative: { ...day, ...hour },
  wall: { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZoneName: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
};

/**
 * An instant as a span: each platform shows it in its reader's own zone, and where it cannot, stand the words in
 * `zone` (IANA).
 */
export function showMoment(at: Date, style: TimeStyle, locale: string, zone: string): RichText {
  return [{ type: 'time', at, style, fallback: getFormat(locale, zone, style).format(at) }];
}

/** A calendar day in words, the same for everybody wherever they are. `wall` is `2027-03-14`, with or without an hour. */
export function showDay(wall: string, locale: string): RichText {
  return [{ type: 'text', text: getFormat(locale, 'UTC', 'date').format(new Date(`${wall.slice(0, 10)}T12:00Z`)) }];
}

/** What the clocks of a zone (IANA) show at an instant, in words and with the name of that time. */
export function showWall(at: Date, locale: string, zone: string): string {
  return getFormat(locale, zone, 'wall').format(at);
}

/** A wall-clock time (`2027-03-14T18:00`) in few words, for where there is no room for more. */
export function showWallTime(wall: string, locale: string): string {
  return getFormat(locale, 'UTC', 'short').format(new Date(`${wall}Z`));
}

/** Making a format costs more than using it. Each holds about 50 KB, and the world has some hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();
const mostKept = 500;

function getFormat(locale: string, timeZone: string, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  // Deleted first, so that what was not used for the longest time stands at the front.
  formats.delete(key);
  formats.set(key, format);
  const [oldest] = formats.keys();
  if (formats.size > mostKept && oldest !== undefined) formats.delete(oldest);
  return format;
}
