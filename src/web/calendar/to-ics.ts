import ical, { escape as escapeText, type ICalDayJsStub, type ICalEventData, ICalEventStatus } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { CalendarEntry, CalendarFile, CalendarTime } from '../../core/calendar.ts';

/** How often programs are asked to look again, in seconds. */
const refresh = 60 * 60;

/**
 * A calendar as RFC 5545 writes it. The library escapes, folds and collects the zones; what it leaves to others is done
 * here: the name and addresses are not escaped as they must be, and the last line ends as all do.
 */
export function toIcs({ name, entries }: CalendarFile): string {
  const calendar = ical({
    name: escapeText(name, false),
    prodId: { company: 'Convener', product: 'Conversations' },
    timezone: { name: null, generator: (zone) => findZone(zone)?.block ?? null },
    ttl: refresh,
    events: entries.map(toEvent),
  });
  return `${withSomething(calendar.toString(), entries.length)}\r\n`;
}

/** A calendar must hold something, and a zone is something. */
function withSomething(ics: string, count: number): string {
  return count > 0 ? ics : ics.replace(/END:VCALENDAR$/, `${findZone('UTC')?.block}\r\nEND:VCALENDAR`);
}

function toEvent(entry: CalendarEntry): ICalEventData {
  const zone = entry.zone === null ? null : (findZone(entry.zone)?.name ?? null);
  const write = (time: CalendarTime) => (zone === null ? time.at : toWallTime(time));
  return {
    id: entry.uid,
    sequence: entry.sequence,
    timezone: zone,
    start: write(entry.begin),
    end: write(entry.end),
    repeating: entry.repeats && toRepeating(entry.repeats, zone),
    ...(entry.replaces && { recurrenceId: write(entry.replaces) }),
    summary: entry.title,
    description: entry.description,
    location: entry.place,
    url: entry.url && toUri(entry.url),
    status: statuses[entry.status],
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    created: entry.createdAt,
  };
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** In its own words, as the library knows fewer rules than there are. */
function toRepeating({ rule, except }: NonNullable<CalendarEntry['repeats']>, zone: string | null): string {
  const times = except.map(({ wall, at }) => (zone === null ? writeInstant(at) : writeWall(wall)));
  const exceptions = `EXDATE${zone === null ? '' : `;TZID=${zone}`}:${times.join(',')}`;
  return [`RRULE:${rule}`, ...(times.length > 0 ? [exceptions] : [])].join('\r\n');
}

/**
 * A wall-clock time that the library writes as it is, even where the clocks never show it: every other kind of date it
 * would convert, and a series whose first time is skipped would begin at another hour.
 */
function toWallTime({ wall, at }: CalendarTime): ICalDayJsStub {
  const [date = '', time = ''] = writeWall(wall).split('T');
  return {
    format: (pattern) => (pattern === 'YYYYMMDD' ? date : time),
    isValid: () => true,
    toDate: () => at,
    toJSON: () => at.toISOString(),
  };
}

/** `20270314T180000` */
function writeWall(wall: string): string {
  return wall.replace(/[-:]/g, '').padEnd('20270314T180000'.length, '0');
}

function writeInstant(at: Date): string {
  return `${writeWall(at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length))}Z`;
}

/** The library escapes an address as if it were words. */
function toUri(url: string): string {
  return url.replaceAll(',', '%2C').replaceAll(';', '%3B').replaceAll('\\', '%5C');
}

interface WrittenZone {
  readonly name: string;
  readonly block: string;
}

/** How a zone's clocks are put, under the name that it goes by there; null where nobody knows: then UTC serves. */
function findZone(zone: string): WrittenZone | null {
  const [block, name] = [tzlib_get_ical_block(zone)].flat();
  return block && name ? { block, name: name.replace(/^TZID=/, '') } : null;
}
