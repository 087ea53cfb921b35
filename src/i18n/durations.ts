import type { Duration } from '../core/rich-text.ts';

/** The units in which a duration is said, each in milliseconds and up to how many of it. */
const units = [
  { unit: 'second', ms: 1_000, below: 120 },
  { unit: 'minute', ms: 60_000, below: 120 },
  { unit: 'hour', ms: 3_600_000, below: 48 },
  { unit: 'day', ms: 86_400_000, below: Number.POSITIVE_INFINITY },
] as const;

/**
 * A duration as somebody would say it, rounded: `7 days` and not `9,961 minutes`, `90 minutes` and not `2 hours`. A day
 * is 24 hours.
 */
export function showDuration({ ms }: Duration, locale: string): string {
  const counts = units.map(({ unit, ms: each, below }) => ({ unit, below, count: Math.round(ms / each) }));
  const { unit, count } = counts.find((candidate) => candidate.count < candidate.below) ?? { unit: 'day', count: 0 };
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
