import type { PlatformName } from '../../../src/core/rich-text.ts';
import type { LetterKind } from '../../../src/domain/deliveries/letters.ts';
import { toAccountId, type YearCoalition } from './coalition.ts';
import { toDone, toOnce } from './doings.ts';
import type { Thing } from './things.ts';
import { dayOf, daysBetween, isLastOfItsMonth, toInstant, weekdayOf } from './wall-clock.ts';

/** The time in which a coalition lives, from its founding on, in milliseconds since the epoch. */
export interface Lifetime {
  readonly from: number;
  readonly to: number;
}

/** Where something is heard: in a channel, or directly by an account. */
interface Spot {
  readonly platform: PlatformName;
  readonly where: string;
}

/** What is to be heard, where, and at which wall-clock times. */
interface Hearing {
  readonly letter: LetterKind;
  readonly about: Thing;
  readonly spots: readonly Spot[];
  readonly walls: readonly string[];
}

/** Everything that a coalition must hear in its life, a line each as `toLine` writes it: by the calendar on the wall. */
export function expectedOf(coalition: YearCoalition, lifetime: Lifetime): readonly string[] {
  const { from, to } = lifetime;
  const hearings = [...tasksOf(coalition, lifetime), ...remindersOf(coalition, lifetime)];
  const posted = spotsOf(coalition).both.map((spot) => {
    return toLine({ ...spot, letter: 'task.card.post', about: `chore ${coalition.index}`, at: from });
  });
  const heard = hearings.flatMap(({ letter, about, spots, walls }) => {
    const moments = walls.map((wall) => toInstant(wall, coalition.zone)).filter((at) => at > from && at <= to);
    return moments.flatMap((at) => spots.map((spot) => toLine({ ...spot, letter, about, at })));
  });
  return [...posted, ...heard];
}

function spotsOf(coalition: YearCoalition) {
  const where = coalition.slack.channelId;
  const slack: Spot = { platform: 'slack', where };
  const discord: Spot = { platform: 'discord', where };
  const kai: Spot = coalition.direct ? { ...discord, where: toAccountId('KAI', coalition) } : discord;
  return { slack, kai, both: [slack, discord] };
}

/** Of the one chore that there is. Its owner hears the day before it is due, on that day and, if need be, on the next. */
function tasksOf(coalition: YearCoalition, { from, to }: Lifetime): readonly Hearing[] {
  const about: Thing = `chore ${coalition.index}`;
  const days = daysBetween(from, to);
  const on = (wanted: (day: string) => boolean) => days.filter(wanted).map((day) => `${day}T09:00`);
  const { slack, both } = spotsOf(coalition);
  const done = monthsOf(days).map((month) => toDone(coalition, month));
  const late = on((day) => dayOf(day) === 21);
  return [
    { letter: 'task.card.edit', about, spots: both, walls: done },
    { letter: 'task.repeated', about, spots: both, walls: done },
    { letter: 'digest.tasks', about, spots: both, walls: on((day) => weekdayOf(day) === 1) },
    { letter: 'task.soon', about, spots: [slack], walls: on((day) => dayOf(day) === 19) },
    { letter: 'task.due', about, spots: [slack], walls: on((day) => dayOf(day) === 20) },
    { letter: 'task.overdue', about, spots: [slack], walls: coalition.choreDoneOn > 20 ? late : [] },
  ];
}

function remindersOf(coalition: YearCoalition, { from, to }: Lifetime): readonly Hearing[] {
  const { index, weekday, hour, nightly, quiet } = coalition;
  const days = daysBetween(from, to);
  const at = (time: string, wanted: (day: string) => boolean) => days.filter(wanted).map((day) => `${day}T${time}`);
  const { slack, kai } = spotsOf(coalition);
  const remind = (about: Thing, spot: Spot, walls: readonly string[]): Hearing => {
    return { letter: 'reminder.due', about, spots: [spot], walls };
  };
  const isFirstSunday = (day: string) => weekdayOf(day) === 7 && dayOf(day) <= 7;
  const isLastFriday = (day: string) => weekdayOf(day) === 5 && isLastOfItsMonth(day);
  return [
    remind(
      `weekly ${index}`,
      slack,
      at(hour, (day) => weekdayOf(day) === weekday),
    ),
    remind(`friday ${index}`, kai, at('12:30', isLastFriday)),
    remind(`nightly ${index}`, slack, nightly ? at(nightly, () => true) : []),
    // Held back for the end of quiet hours.
    remind(`sunday ${index}`, slack, quiet ? at('07:00', isFirstSunday) : []),
    ...monthsOf(days).map((month) =>
      remind(`once ${index}-${Number(month.slice(5))}`, slack, [toOnce(coalition, month)]),
    ),
  ];
}

function monthsOf(days: readonly string[]): readonly string[] {
  return [...new Set(days.map((day) => day.slice(0, 7)))];
}

/** What was heard or is to be, where and when, in a line. */
export function toLine(heard: Spot & { readonly letter: string; readonly about: string; readonly at: number }): string {
  const { letter, about, platform, where, at } = heard;
  return `${new Date(at).toISOString()} ${letter} ${about} in ${platform} ${where}`;
}
