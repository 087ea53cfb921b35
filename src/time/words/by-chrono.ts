import { en, es } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { Reading } from './reading.ts';

const parsers = { en, es };

/** Asked to look ahead, chrono would turn `last friday` into the next. */
const looksBack = /\b(?:last|past|previous|pasad[oa])\b/i;

/** `martes 15` is rather a day than an hour, and who can tell. */
const endsInBareNumber = /(?<!\bat|\blas?) \d{1,2}$/i;

/** A mistyped `2027-13-05`, in which chrono would take the 13 for a day. */
const hasNoSuchMonth = /\b\d{4}([-/.])(?:1[3-9]|[2-9]\d)\1\d{1,2}\b/;

const partsOfDay = ['morning', 'afternoon', 'evening', 'night', 'noon', 'midnight'];

function saysPartOfDay(tags: ReadonlySet<string>): boolean {
  return partsOfDay.some((part) => tags.has(`casualReference/${part}`));
}

/**
 * What chrono-node reads in the phrases that our own tables do not know. Only what it read whole counts. It reckons
 * with the zone's offset of this moment; what it knows as wall-clock time is taken as that, so that a change of the
 * offset on the way does no harm.
 */
export function readByChrono(raw: string, language: 'en' | 'es', now: Temporal.ZonedDateTime): Reading | null {
  if (hasNoSuchMonth.test(raw)) return null;
  const instant = new Date(now.epochMilliseconds);
  const timezone = now.offsetNanoseconds / 60e9;
  const [result, ...others] = parsers[language].casual.parse(
    raw,
    { instant, timezone },
    { forwardDate: !looksBack.test(raw) },
  );
  if (!result || others.length > 0 || result.end || result.text.length !== raw.length) return null;
  const { start } = result;
  // Of `friday in the late evening` it knows the day and guesses the hour, which is no hour that was said.
  if (!start.isCertain('hour') && saysPartOfDay(start.tags())) return null;
  if (start.isCertain('hour') && endsInBareNumber.test(raw)) return null;
  if (start.isCertain('hour') && start.isCertain('timezoneOffset')) {
    return { type: 'instant', instant: Temporal.Instant.fromEpochMilliseconds(start.date().getTime()) };
  }
  if (!start.isCertain('day') && !start.isCertain('weekday')) return null;
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(name) ?? 0;
  const date = Temporal.PlainDate.from({ year: part('year'), month: part('month'), day: part('day') });
  // It believes the date where the weekday beside it contradicts.
  if (start.isCertain('weekday') && start.get('weekday') !== date.dayOfWeek % 7) return null;
  return { type: 'wall', date, minute: start.isCertain('hour') ? part('hour') * 60 + part('minute') : null };
}
