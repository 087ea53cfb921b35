import { join, type RichText, text } from '../core/rich-text.ts';
import { speakRecurrence } from '../i18n/recurrences.ts';
import type { Speech } from './speech.ts';

/** A rule (RRULE) from a wall-clock date or date and time in a zone (IANA). */
export interface RecurrenceFacts {
  readonly wall: string;
  readonly zone: string;
  readonly rule: string;
}

/** A rule in words, with its zone where that is not the reader's. */
export function showRecurrence(recurrence: RecurrenceFacts, { t, locale, zone }: Speech): RichText {
  const words = speakRecurrence(recurrence, t, locale);
  return recurrence.zone === zone ? words : join([words, text(`(${recurrence.zone})`)], ' ');
}
