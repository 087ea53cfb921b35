import { type Occurrence, occurrencesAfter } from '../../time/recurrence/occurrences.ts';
import { toInstant } from '../../time/zones.ts';

/** Once, or again and again: the first wall-clock time (`2027-03-14T09:00`), its IANA zone and an RRULE or none. */
export interface Timing {
  readonly wall: string;
  readonly zone: string;
  readonly rule: string | null;
}

/** How many occurrences that passed unseen are told of, each; older ones only count as passed. */
const mostMissed = 50;
/** How many are worked out at once. */
const batch = 100;

/** The next occurrences after an instant, at most so many. Throws `RangeError` for a rule that cannot be read. */
export function upcoming({ wall, zone, rule }: Timing, after: Date, count: number): readonly Occurrence[] {
  if (rule !== null) return occurrencesAfter({ wall, zone, rule }, after, count);
  const once = { wall, at: toInstant(wall, zone) };
  return once.at > after && count > 0 ? [once] : [];
}

/** The occurrences from `first` up to `until`, of which the last ones, and what follows them. */
export function occurrencesFrom(
  timing: Timing,
  first: Occurrence,
  until: Date,
): { readonly due: readonly Occurrence[]; readonly next: Occurrence | null } {
  let due: readonly Occurrence[] = [first];
  // Most often one has come due, and all that is to be found out is what follows.
  let found = upcoming(timing, first.at, 1);
  for (;;) {
    const next = found.find(({ at }) => at > until) ?? null;
    const passed = found.filter(({ at }) => at <= until);
    due = [...due, ...passed].slice(-mostMissed);
    const last = passed.at(-1);
    if (next || !last) return { due, next };
    found = upcoming(timing, last.at, batch);
  }
}
