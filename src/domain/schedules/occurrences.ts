import { type Occurrence, occurrencesAfter } from '../../time/recurrence/occurrences.ts';
import { toInstant } from '../../time/zones.ts';

/** Once, or again and again: the first wall-clock time (`2027-03-14T09:00`), its IANA zone and an RRULE or none. */
export interface Timing {
  readonly wall: string;
  readonly zone: string;
  readonly rule: string | null;
}

/** How many occurrences of one schedule are taken at once. */
const mostAtOnce = 50;

/** The next occurrences after an instant, at most so many. Throws `RangeError` for a rule that cannot be read. */
export function upcoming({ wall, zone, rule }: Timing, after: Date, count: number): readonly Occurrence[] {
  if (rule !== null) return occurrencesAfter({ wall, zone, rule }, after, count);
  const once = { wall, at: toInstant(wall, zone) };
  return once.at > after && count > 0 ? [once] : [];
}

/**
 * The occurrences from `first` up to `until`, oldest first, and what follows them. Of very many that passed unseen, the
 * first ones: what follows is due as well then.
 */
export function occurrencesFrom(
  timing: Timing,
  first: Occurrence,
  until: Date,
): { readonly due: readonly Occurrence[]; readonly next: Occurrence | null } {
  // Most often one has come due, and all that is to be found out is what follows.
  const [following = null] = upcoming(timing, first.at, 1);
  if (!following || following.at > until) return { due: [first], next: following };
  const found = [first, ...upcoming(timing, first.at, mostAtOnce)];
  const due = found.slice(0, mostAtOnce).filter(({ at }) => at <= until);
  return { due, next: found[due.length] ?? null };
}
