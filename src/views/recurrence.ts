import { join, type RichText, text } from '../core/rich-text.ts';
import { showZone } from '../i18n/moments.ts';
import { speakRecurrence } from '../i18n/recurrences.ts';
import { shareClocks } from '../time/zones.ts';
import type { Speech } from './speech.ts';

/** A rule (RRULE) from a wall-clock date or date and time in a zone (IANA). */
export interface RecurrenceFacts {
  readonly wall: string;
  readonly zone: string;
  readonly rule: string;
}

/** A rule in words, with the name of its zone where the reader's clocks show another time. */
export function showRecurrence(recurrence: RecurrenceFacts, { t, locale, zone, now }: Speech): RichText {
  const words = speakRecurrence(recurrence, t, locale);
  if (shareClocks(recurrence.zone, zone, now)) return words;
  return join([words, text(`(${showZone(now, locale, recurrence.zone)})`)], ' ');
}
