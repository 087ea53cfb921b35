import { Temporal } from 'temporal-polyfill';
import { UserError } from '../../core/errors.ts';
import type { DayMeaning, NamedTime } from '../../core/param.ts';
import { toInstant } from '../zones.ts';
import { readByChrono } from './by-chrono.ts';
import { readByTables } from './by-tables.ts';
import { english } from './english.ts';
import { putRight } from './mistyped.ts';
import { toPhrase, unquote } from './phrase.ts';
import type { Reading } from './reading.ts';
import { spanish } from './spanish.ts';

/** Who reads: their now, their IANA zone, their language, and which hour a day without one means to them. */
export interface MomentReader {
  readonly now: Date;
  readonly zone: string;
  readonly locale: string;
  readonly dayMeans: DayMeaning;
}

const vocabularies = { en: english, es: spanish };
/** Years have four digits: beyond them, somebody mistyped. */
const hasPlainYear = /^\d{4}-/;
const hourMeant: Readonly<Record<DayMeaning, string>> = { start: '00:00', morning: '09:00', end: '23:59' };

/**
 * A point in time from words, English or Spanish whatever the reader's language, theirs first. Looks ahead: a weekday
 * is the next one, a date without a year the next such date. Throws `input.date` where any of it cannot be read,
 * `input.date-past` where it is over.
 */
export function readMoment(raw: string, reader: MomentReader): NamedTime {
  const reading = readWords(raw, reader);
  const named = reading && toNamedTime(reading, reader);
  if (!named || !hasPlainYear.test(named.wall)) throw new UserError('input.date', { given: raw.trim() });
  if (named.at > reader.now) return named;
  const understood = named.timed ? named.at : { day: named.wall };
  throw new UserError('input.date-past', { given: raw.trim(), understood });
}

function readWords(raw: string, { now, zone, locale }: MomentReader): Reading | null {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const words = unquote(raw);
  const phrase = toPhrase(raw).replace(/(?<![m\d])\.$|!$/, '');
  const languages = locale.startsWith('es') ? (['es', 'en'] as const) : (['en', 'es'] as const);
  const dayFirst = locale !== 'en-US';
  const exact = readExact(words);
  if (exact) return exact;
  for (const language of languages) {
    const reading = readByTables(putRight(phrase, language), vocabularies[language], there, dayFirst);
    if (reading) return reading;
  }
  for (const language of languages) {
    const reading = readByChrono(words, language, there);
    if (reading) return reading;
  }
  return null;
}

/** An instant as programs write it, with its offset: `2027-03-14T18:00Z`. */
function readExact(raw: string): Reading | null {
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/i.test(raw)) return null;
  try {
    return { type: 'instant', instant: Temporal.Instant.from(raw) };
  } catch {
    return null;
  }
}

function toNamedTime(reading: Reading, { zone, dayMeans }: MomentReader): NamedTime {
  if (reading.type === 'instant') {
    const local = reading.instant.toZonedDateTimeISO(zone).round({ smallestUnit: 'minute', roundingMode: 'floor' });
    const wall = local.toPlainDateTime().toString({ smallestUnit: 'minute' });
    return { at: new Date(local.epochMilliseconds), wall, zone, timed: true, exact: true };
  }
  const { date, minute } = reading;
  if (minute === null) {
    return { at: toInstant(`${date}T${hourMeant[dayMeans]}`, zone), wall: date.toString(), zone, timed: false };
  }
  const wall = date.toPlainDateTime().add({ minutes: minute }).toString({ smallestUnit: 'minute' });
  return { at: toInstant(wall, zone), wall, zone, timed: true };
}
