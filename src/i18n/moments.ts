import type { RichText, TimeStyle } from '../core/rich-text.ts';

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const hour = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** How each style reads in words. What is relative would be stale as words, so there it is the whole moment. */
const styles: Readonly<Record<TimeStyle | 'clock' | 'day-clock' | 'zone' | 'short', Intl.DateTimeFormatOptions>> = {
  date: day,
  time: hour,
  moment: { ...day, ...hour },
  relative: { ...day, ...hour },
  clock: { hour: 'numeric', minute: '2-digit' },
  'day-clock': { weekday: 'long', hour: 'numeric', minute: '2-digit' },
  zone: { timeZoneName: 'longGeneric' },
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

/** The hour that the clocks of a zone (IANA) show at an instant, with the day of the week where `day` is to be said. */
export function showClock(at: Date, locale: string, zone: string, { day }: { readonly day: boolean }): string {
  return getFormat(locale, zone, day ? 'day-clock' : 'clock').format(at);
}

/** What the time of a zone (IANA) is called around an instant, in summer and winter alike: "Pacific Time". */
export function showZone(at: Date, locale: string, zone: string): string {
  const parts = getFormat(locale, zone, 'zone').formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  // Its long name in Intl is an offset.
  return name === 'GMT+00:00' ? 'UTC' : name;
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
