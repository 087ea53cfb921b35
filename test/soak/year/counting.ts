import { Temporal } from 'temporal-polyfill';
import type { YearCoalition } from './coalition.ts';
import type { Lifetime } from './expecting.ts';

/** How many of each kind a coalition hears, by letter and thing, as `reminder.due weekly`. */
export type Counts = Readonly<Record<string, number>>;

/**
 * How much a coalition must hear in its life, counted from its habits and from how often each day of the week or of the
 * month comes: no hour is turned into a moment here, and nothing is taken from what says which thing is heard when.
 */
export function countsOf(coalition: YearCoalition, lifetime: Lifetime): Counts {
  const { zone, weekday, hour, nightly, quiet, choreDoneOn } = coalition;
  const count = (time: string, isDay: (day: Temporal.PlainDate) => boolean) => countDays(zone, lifetime, time, isDay);
  const spaces = 2;
  const done = count('15:00', ({ day }) => day === choreDoneOn);
  const counts = {
    'task.card.post chore': spaces,
    'task.card.edit chore': done * spaces,
    'task.repeated chore': done * spaces,
    'digest.tasks chore': count('09:00', ({ dayOfWeek }) => dayOfWeek === 1) * spaces,
    'task.soon chore': count('09:00', ({ day }) => day === 19),
    'task.due chore': count('09:00', ({ day }) => day === 20),
    'task.overdue chore': choreDoneOn > 20 ? count('09:00', ({ day }) => day === 21) : 0,
    'reminder.due weekly': count(hour, ({ dayOfWeek }) => dayOfWeek === weekday),
    'reminder.due friday': count('12:30', (day) => day.dayOfWeek === 5 && day.add({ weeks: 1 }).month !== day.month),
    'reminder.due sunday': quiet ? count('07:00', ({ dayOfWeek, day }) => dayOfWeek === 7 && day <= 7) : 0,
    'reminder.due nightly': nightly === null ? 0 : count(nightly, () => true),
    'reminder.due once': 12,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0));
}

/** On how many such days the clocks of the zone showed that time, between the moments at which the life begins and ends. */
function countDays(zone: string, { from, to }: Lifetime, time: string, isDay: (day: Temporal.PlainDate) => boolean) {
  const [begin, end] = [from, to].map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime(),
  ) as [Temporal.PlainDateTime, Temporal.PlainDateTime];
  const last = end.toPlainDate();
  let number = 0;
  for (let day = begin.toPlainDate(); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!isDay(day)) continue;
    const at = day.toPlainDateTime(time);
    if (Temporal.PlainDateTime.compare(at, begin) > 0 && Temporal.PlainDateTime.compare(at, end) <= 0) number += 1;
  }
  return number;
}
