/** How often a rule comes round, from the longest period to the shortest. */
export const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const;
export type Frequency = (typeof frequencies)[number];

/** The weekdays as RFC 5545 writes them, Monday first: the day after `MO` is 2. */
export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A weekday (Monday is 1) of a period: every one, or the nth, counted from the end where it is negative. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number | null;
}

/** A recurrence rule of RFC 5545, section 3.3.10, read. Parts that it does not name are absent. */
export interface Rule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count?: number;
  /** As it was written: a day (`20270630`, all of it), a wall-clock time, or an instant with its `Z`. */
  readonly until?: string;
  readonly byDay?: readonly RuleDay[];
  readonly byMonth?: readonly number[];
  readonly byMonthDay?: readonly number[];
  readonly byYearDay?: readonly number[];
  readonly byWeekNo?: readonly number[];
  readonly byHour?: readonly number[];
  readonly byMinute?: readonly number[];
  readonly bySecond?: readonly number[];
  readonly bySetPos?: readonly number[];
  /** The weekday that a week begins with; Monday is 1. */
  readonly weekStart: number;
}

/** Whether it comes round within a day, by the hour or quicker. */
export function isWithinDays({ freq }: Pick<Rule, 'freq'>): boolean {
  return freq === 'HOURLY' || freq === 'MINUTELY' || freq === 'SECONDLY';
}

/** The rule as RFC 5545 writes it, without what goes without saying. */
export function writeRule(rule: Rule): string {
  const numbers = (name: string, values: readonly number[] | undefined) => values && `${name}=${values.join(',')}`;
  return [
    `FREQ=${rule.freq}`,
    rule.interval > 1 && `INTERVAL=${rule.interval}`,
    numbers('BYMONTH', rule.byMonth),
    numbers('BYWEEKNO', rule.byWeekNo),
    numbers('BYYEARDAY', rule.byYearDay),
    numbers('BYMONTHDAY', rule.byMonthDay),
    rule.byDay && `BYDAY=${rule.byDay.map(writeDay).join(',')}`,
    numbers('BYHOUR', rule.byHour),
    numbers('BYMINUTE', rule.byMinute),
    numbers('BYSECOND', rule.bySecond),
    numbers('BYSETPOS', rule.bySetPos),
    rule.weekStart !== 1 && `WKST=${writeDay({ weekday: rule.weekStart, nth: null })}`,
    rule.count !== undefined && `COUNT=${rule.count}`,
    rule.until && `UNTIL=${rule.until}`,
  ]
    .filter(Boolean)
    .join(';');
}

/** `2TU`, `-1FR`, `MO`. */
export function writeDay({ weekday, nth }: RuleDay): string {
  return `${nth ?? ''}${weekdayCodes[weekday - 1]}`;
}
