import { Temporal } from 'temporal-polyfill';
import { cityZones } from './cities.ts';
import { toPlainWords } from './plain-words.ts';
import { zoneAbbreviations } from './zone-abbreviations.ts';

/** Whether it is the name of a time zone, in any case, links such as `US/Pacific` included. An offset is none. */
export function isZone(name: string): boolean {
  return canonicalZone(name) !== null;
}

/**
 * The IANA zone of a name (`europe/madrid`), of a city (`Madrid`, `los angeles`, `San Francisco`) or of a short name
 * (`EST`, meant as people mean it), whatever the case and the accents; null where there is none, or more than one.
 */
export function findZone(raw: string): string | null {
  const words = toPlainWords(raw);
  if (Object.hasOwn(zoneAbbreviations, words)) return zoneAbbreviations[words] ?? null;
  const city = zonesByCity().get(words) ?? (Object.hasOwn(cityZones, words) ? cityZones[words] : undefined);
  return city ?? canonicalZone(words.replaceAll(' ', '_'));
}

/** The zone that was typed, those that start with it, by city or by name, then those that contain it; without words, common ones. */
export function suggestZones(typed: string, limit: number): readonly string[] {
  const words = toPlainWords(typed);
  if (words === '') return distinct(Object.values(cityZones)).slice(0, limit);
  const named = [...zonesByCity(), ...Object.entries(cityZones)];
  const where = (test: (city: string, zone: string) => boolean) =>
    named.filter(([city, zone]) => test(city, toPlainWords(zone))).map(([, zone]) => zone);
  const meant = findZone(typed);
  return distinct([
    ...(meant === null ? [] : [meant]),
    ...where((city) => city.startsWith(words)),
    ...where((_, zone) => zone.startsWith(words)),
    ...where((_, zone) => zone.includes(words)),
  ]).slice(0, limit);
}

/**
 * The instant of a wall-clock time (`2027-03-14T18:00`) in a zone: one in a DST gap moves forward by the gap, one in
 * the overlap is the first of the two. Throws `RangeError` where either cannot be.
 */
export function toInstant(wall: string, zone: string): Date {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, {
    disambiguation: 'compatible',
  });
  return new Date(epochMilliseconds);
}

/** Whether the clocks in a zone show that wall-clock time once: none skips it, and none shows it twice. */
export function isShownOnce(wall: string, zone: string): boolean {
  const time = Temporal.PlainDateTime.from(wall);
  const [earlier, later] = (['earlier', 'later'] as const).map(
    (disambiguation) => time.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  return earlier === later;
}

/** What the clocks in a zone show at an instant. */
export function toWallClock(at: Date, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
}

const halfYear = 182 * 24 * 60 * 60_000;

/** Whether the clocks of two zones show the same at an instant and half a year later, in the other half of the year. */
export function shareClocks(one: string, other: string, at: Date): boolean {
  if (one === other) return true;
  const moments = [at, new Date(at.getTime() + halfYear)];
  return moments.every((each) => toWallClock(each, one).equals(toWallClock(each, other)));
}

/** An instant as a zone writes it, in ISO 8601 with its offset: `2027-03-14T18:00:00+01:00`. */
export function toOffsetTime(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The name as IANA spells it; null for an offset and for what is no zone. */
function canonicalZone(name: string): string | null {
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

let byCity: ReadonlyMap<string, string> | undefined;

/** Zones by the city in their name, as people write it. The first in the alphabet keeps a name that two share. */
function zonesByCity(): ReadonlyMap<string, string> {
  byCity ??= new Map(
    Intl.supportedValuesOf('timeZone')
      .map((zone) => [toPlainWords(zone.slice(zone.lastIndexOf('/') + 1)), zone] as const)
      .reverse(),
  );
  return byCity;
}

function distinct(zones: readonly string[]): readonly string[] {
  return [...new Set(zones)];
}
