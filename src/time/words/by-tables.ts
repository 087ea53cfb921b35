import type { Temporal } from 'temporal-polyfill';
import { type DayContext, readDay, readSpan } from './days.ts';
import { type MinuteOfDay, minutesOfDay, readHour } from './hours.ts';
import type { Reading } from './reading.ts';
import { own, type Vocabulary } from './vocabulary.ts';

/**
 * Reads a whole phrase by the tables of one language: a span from now, a day, an hour, or a day and an hour in either
 * order. Null where any of it stays unread.
 */
export function readByTables(
  phrase: string,
  words: Vocabulary,
  now: Temporal.ZonedDateTime,
  dayFirst: boolean,
): Reading | null {
  const context = { today: now.toPlainDate(), dayFirst };
  const said = expand(phrase, words);
  return (
    readSpanFromNow(said, words, now) ??
    readDayAlone(said, words, context) ??
    readHourAlone(said, words, now) ??
    readDayAndHour(said, words, context)
  );
}

/** `by tonight at 8` means `today this night at 8`, and so does `at 8 tonight`. */
function expand(words: string, { expansions, leadIn }: Vocabulary): string {
  const phrase = words.replace(leadIn, '');
  const shorts = Object.keys(expansions);
  const first = shorts.find((short) => phrase === short || phrase.startsWith(`${short} `));
  if (first !== undefined) return `${expansions[first]}${phrase.slice(first.length)}`;
  const last = shorts.find((short) => phrase.endsWith(` ${short}`));
  return last === undefined ? phrase : `${expansions[last]} ${phrase.slice(0, -last.length - 1)}`;
}

function readSpanFromNow(phrase: string, words: Vocabulary, now: Temporal.ZonedDateTime): Reading | null {
  const span = readSpan(phrase, words);
  if (!span || (span.unit !== 'hours' && span.unit !== 'minutes')) return null;
  const minutes = span.count * (span.unit === 'hours' ? 60 : 1) + span.minutes;
  if (!Number.isInteger(minutes)) return null;
  return { type: 'instant', instant: now.toInstant().add({ minutes }) };
}

function readDayAlone(phrase: string, words: Vocabulary, context: DayContext): Reading | null {
  const date = readDay(phrase, words, context);
  return date && { type: 'wall', date, minute: null };
}

/** `9 horas` alone are rather a span than an hour, and `18 horas` an hour; `9h` is what a clock shows. */
const countsHours = /^(?:\d|1[0-2]) ?(?:hrs?|horas)$/;

/** An hour alone is the next time that the clock shows it. */
function readHourAlone(phrase: string, words: Vocabulary, now: Temporal.ZonedDateTime): Reading | null {
  const minute = countsHours.test(phrase) ? null : readHour(phrase, words);
  if (minute === null) return null;
  const shown = minute % minutesOfDay;
  const ahead = shown > now.hour * 60 + now.minute ? 0 : 1;
  return { type: 'wall', date: now.toPlainDate().add({ days: ahead }), minute: shown };
}

function readDayAndHour(phrase: string, words: Vocabulary, context: DayContext): Reading | null {
  for (const [start, end] of splits(phrase)) {
    const late = readHour(end, words) ?? readBareHour(start, end, words);
    const minute = late ?? readHour(start, words);
    if (minute === null) continue;
    const date = late === null ? readDay(end, words, context) : readDay(start, words, context);
    if (date) return { type: 'wall', date, minute };
  }
  return null;
}

/** `tomorrow 9`: after a day that has no number, a number alone can but be an hour. `tuesday 9` may be the ninth. */
function readBareHour(day: string, hour: string, { namedDays }: Vocabulary): MinuteOfDay | null {
  const isHour = /^\d{1,2}$/.test(hour) && Number(hour) < 24;
  return isHour && own(namedDays, day) !== undefined ? Number(hour) * 60 : null;
}

/** Every way to cut a phrase in two between words. */
export function splits(phrase: string): readonly (readonly [string, string])[] {
  return [...phrase.matchAll(/,? |(?<=\d)t(?=\d)/g)].map(({ index, 0: gap }) => [
    phrase.slice(0, index),
    phrase.slice(index + gap.length),
  ]);
}
