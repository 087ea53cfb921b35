import { formatOccurrence, type OccurrenceReference } from './ids.ts';
import type { Site } from './site.ts';

/** What a calendar program holds, before it is written down: plain data, in one language. */
export interface CalendarFile {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/** Something in a calendar, with its words. */
export interface CalendarEntry extends CalendarSlot {
  readonly title: string;
  readonly place: string | null;
  /** An http(s) address to follow. */
  readonly url: string | null;
  readonly description: string;
}

/** When something in a calendar takes place; as RFC 5545 sees it, a VEVENT without its words. */
export interface CalendarSlot {
  /** Stays the same whatever changes. A series and the times of it that differ share one. */
  readonly uid: string;
  /** IANA zone whose clocks `begin`, `end`, `except` and `replaces` go by; null: UTC. */
  readonly zone: string | null;
  readonly begin: CalendarTime;
  readonly end: CalendarTime;
  /** The rule by which it takes place again (with its end), and the times that the rule names and it leaves out. */
  readonly repeats: { readonly rule: string; readonly except: readonly CalendarTime[] } | null;
  /** The time that the rule of its series names, in whose place this stands. */
  readonly replaces: CalendarTime | null;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** Grows with every change that a calendar must take over. */
  readonly sequence: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** A point in time: what the clocks show (`2027-03-14T18:00`), and the instant that it comes to. */
export interface CalendarTime {
  readonly wall: string;
  readonly at: Date;
}

/** Which calendar is wanted: all that the address with that token holds, or one conversation of a coalition alone. */
export interface CalendarRequest {
  readonly token: string;
  readonly only: { readonly coalitionId: string; readonly conversation: OccurrenceReference } | null;
}

/** Where a calendar can be had. Whoever knows the address reads it. */
export function calendarAddress(site: Site, { token, only }: CalendarRequest): string {
  const path = only
    ? `/calendar/${token}/${only.coalitionId}/${formatOccurrence(only.conversation)}.ics`
    : `/calendar/${token}.ics`;
  return new URL(path, site.url).href;
}
