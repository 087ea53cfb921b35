import { type Frequency, frequencies, type Rule, type RuleDay, weekdayCodes } from './rule.ts';

/** The greatest value of each list of numbers, and whether it may count from the end. All but hours begin with 1. */
const lists = {
  BYMONTH: { name: 'byMonth', min: 1, max: 12, fromEnd: false },
  BYMONTHDAY: { name: 'byMonthDay', min: 1, max: 31, fromEnd: true },
  BYYEARDAY: { name: 'byYearDay', min: 1, max: 366, fromEnd: true },
  BYWEEKNO: { name: 'byWeekNo', min: 1, max: 53, fromEnd: true },
  BYHOUR: { name: 'byHour', min: 0, max: 23, fromEnd: false },
  BYMINUTE: { name: 'byMinute', min: 0, max: 59, fromEnd: false },
  BYSECOND: { name: 'bySecond', min: 0, max: 59, fromEnd: false },
  BYSETPOS: { name: 'bySetPos', min: 1, max: 366, fromEnd: true },
} as const;

const singles = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY'];

/**
 * Reads an RRULE (RFC 5545), with or without `RRULE:` before it. Throws `RangeError` where it is none, contradicts
 * itself, or is one of the few that cannot be worked out (see `contradictions`).
 */
export function parseRule(written: string): Rule {
  const parts = splitParts(written);
  const freq = oneOf(frequencies, parts.get('FREQ'));
  const rule: Rule = {
    freq,
    interval: parts.has('INTERVAL') ? toNumber(parts.get('INTERVAL'), 1, 10_000) : 1,
    ...(parts.has('COUNT') && { count: toNumber(parts.get('COUNT'), 1, 10_000) }),
    ...(parts.has('UNTIL') && { until: toUntil(parts.get('UNTIL')) }),
    ...(parts.has('BYDAY') && { byDay: list(parts.get('BYDAY'), toDay) }),
    ...parseLists(parts),
    weekStart: parts.has('WKST') ? weekdayCodes.indexOf(oneOf(weekdayCodes, parts.get('WKST'))) + 1 : 1,
  };
  const wrong = contradictions.find(([, isTrue]) => isTrue(rule));
  if (wrong) throw new RangeError(wrong[0]);
  return rule;
}

function splitParts(written: string): ReadonlyMap<string, string> {
  const pairs = written
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';')
    .map((part) => part.split('=').map((side) => side.trim()));
  const known = pairs.every(([name = '', value, ...rest]) => {
    return value && rest.length === 0 && (singles.includes(name) || Object.hasOwn(lists, name));
  });
  const parts = new Map(pairs.map(([name = '', value = '']) => [name, value]));
  if (!known || parts.size !== pairs.length) throw new RangeError('a part is unknown, empty or repeated');
  return parts;
}

function parseLists(parts: ReadonlyMap<string, string>): Partial<Rule> {
  const given = Object.entries(lists).filter(([part]) => parts.has(part));
  return Object.fromEntries(
    given.map(([part, { name, min, max, fromEnd }]) => {
      const values = list(parts.get(part), (value) => {
        return fromEnd && value.startsWith('-') ? -toNumber(value.slice(1), min, max) : toNumber(value, min, max);
      });
      return [name, [...new Set(values)].sort((a, b) => a - b)];
    }),
  );
}

function list<T>(values = '', read: (value: string) => T): readonly T[] {
  return values.split(',').map((value) => read(value.trim()));
}

function oneOf<T extends string>(known: readonly T[], value: string | undefined): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new RangeError(`${value} is none of ${known.join()}`);
  return found;
}

function toNumber(value = '', min: number, max: number): number {
  const number = /^\+?\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) throw new RangeError(`${value} is not from ${min} to ${max}`);
  return number;
}

function toDay(value: string): RuleDay {
  const [, sign, nth, code] = /^([+-]?)(\d{1,2})?([A-Z]{2})$/.exec(value) ?? [];
  const weekday = weekdayCodes.indexOf(oneOf(weekdayCodes, code)) + 1;
  if (nth === undefined && sign) throw new RangeError(`${value} has a sign and no number`);
  return { weekday, nth: nth === undefined ? null : toNumber(nth, 1, 52) * (sign === '-' ? -1 : 1) };
}

/** A day that there is, and perhaps an hour; a `RangeError` of `Date` otherwise. */
function toUntil(value = ''): string {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  if (new Date(iso).toISOString() !== iso) throw new RangeError(`${value} is no day`);
  return value;
}

const isOneOf = (rule: Rule, ...some: readonly Frequency[]) => some.includes(rule.freq);
const hasNth = ({ byDay }: Rule) => byDay?.some(({ nth }) => nth !== null) ?? false;

/** What RFC 5545 forbids, and at the end what the library works out wrong: nobody says it, so it is refused. */
const contradictions: readonly (readonly [string, (rule: Rule) => boolean])[] = [
  ['COUNT and UNTIL together', ({ count, until }) => count !== undefined && until !== undefined],
  ['BYWEEKNO outside YEARLY', (rule) => rule.byWeekNo !== undefined && !isOneOf(rule, 'YEARLY')],
  ['BYYEARDAY in DAILY, WEEKLY or MONTHLY', (rule) => !!rule.byYearDay && isOneOf(rule, 'DAILY', 'WEEKLY', 'MONTHLY')],
  ['BYMONTHDAY in WEEKLY', (rule) => rule.byMonthDay !== undefined && isOneOf(rule, 'WEEKLY')],
  ['an nth weekday outside MONTHLY and YEARLY', (rule) => hasNth(rule) && !isOneOf(rule, 'MONTHLY', 'YEARLY')],
  ['an nth weekday with BYWEEKNO', (rule) => hasNth(rule) && rule.byWeekNo !== undefined],
  ['BYSETPOS of nothing', (rule) => rule.bySetPos !== undefined && !hasChoices(rule)],
  ['more than 100 times a day', (rule) => timesADay(rule) > 100],
  ['BYYEARDAY with another choice of days', (rule) => !!rule.byYearDay && !!(rule.byDay || rule.byMonthDay)],
  ['BYWEEKNO with another choice of days', (rule) => !!rule.byWeekNo && !!(rule.byYearDay || rule.byMonthDay)],
];

function timesADay({ byHour, byMinute, bySecond }: Rule): number {
  return [byHour, byMinute, bySecond].reduce((times, part) => times * (part?.length ?? 1), 1);
}

/** Whether the rule names anything that BYSETPOS could choose from. */
function hasChoices(rule: Rule): boolean {
  return Object.values(lists).some(({ name }) => name !== 'bySetPos' && rule[name]) || rule.byDay !== undefined;
}
