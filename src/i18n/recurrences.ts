import { code, type RichText, text } from '../core/rich-text.ts';
import type { Recurrence } from '../time/recurrence/occurrences.ts';
import { outlineRecurrence, type RecurrenceOutline } from '../time/recurrence/outline.ts';
import { findScarceDays } from '../time/recurrence/scarce-days.ts';
import { showList } from './lists.ts';
import type { Translate } from './translate.ts';

/**
 * A recurrence in words that can be read again: "every 2 weeks on Monday and Thursday at 9:00, until June 30, 2027".
 * Hours are those on the wall of its zone; where `wall` is a day alone, none is said. A rule that has no good words is shown as it is written.
 */
export function speakRecurrence(recurrence: Recurrence, t: Translate, locale: string): RichText {
  const outline = outlineRecurrence(recurrence);
  if (!outline) return code(recurrence.rule);
  const days = speakDays(outline, t, locale);
  const said = outline.hours.length > 0 && recurrence.wall.includes('T') ? speakClocks(outline, days, t, locale) : days;
  const inMonths = speakMonths(outline, said, t, locale);
  return speakEnd(outline, speakScarceDays(outline, inMonths, t, locale), t, locale);
}

/** Whoever says the 31st of every month is told that not every month has one. */
function speakScarceDays(outline: RecurrenceOutline, recurrence: RichText, t: Translate, locale: string): RichText {
  const scarce = findScarceDays(outline);
  const { days } = outline;
  if (scarce.length === 0 || days.type !== 'month') return recurrence;
  const count = scarce.length;
  if (days.of.type === 'numbers' && days.of.numbers.length === count) {
    return t('recurrence.scarce', { recurrence, count });
  }
  const some = speakMonthDays({ type: 'numbers', numbers: scarce }, t, locale);
  return t('recurrence.some-scarce', { recurrence, days: some, count });
}

function speakClocks({ hours, minute, interval }: RecurrenceOutline, days: RichText, t: Translate, locale: string) {
  const clocks = hours.map((hour) =>
    t('recurrence.clock', { hour, clock: `${hour}:${String(minute).padStart(2, '0')}` }),
  );
  return t('recurrence.at', { interval, days, clocks: showList(clocks, locale) });
}

function speakMonths({ months }: RecurrenceOutline, recurrence: RichText, t: Translate, locale: string): RichText {
  if (!months) return recurrence;
  const names = months.months.map((month) => text(monthName(month, locale)));
  const key = months.type === 'in' ? 'recurrence.in-months' : 'recurrence.except-months';
  return t(key, { recurrence, months: showList(names, locale) });
}

function speakDays({ days, interval }: RecurrenceOutline, t: Translate, locale: string): RichText {
  switch (days.type) {
    case 'minutely':
      return t('recurrence.minutely', { interval });
    case 'hourly':
      return t('recurrence.hourly', { interval });
    case 'daily':
      return t('recurrence.daily', { interval });
    case 'weekdays':
      return t('recurrence.weekly', { interval, days: listWeekdays(days.weekdays, t, locale) });
    case 'workdays':
      return t('recurrence.workdays');
    case 'month':
      return t('recurrence.monthly', { interval, days: speakMonthDays(days.of, t, locale) });
    case 'year': {
      const month = monthName(days.month, locale);
      if (days.of.type === 'numbers' && days.of.numbers.length === 1) {
        return t('recurrence.yearly.date', { interval, day: days.of.numbers[0] ?? 1, month });
      }
      return t('recurrence.yearly.day', { interval, days: speakMonthDays(days.of, t, locale), month });
    }
    default:
      return days satisfies never;
  }
}

type MonthDays = Extract<RecurrenceOutline['days'], { type: 'month' }>['of'];

function speakMonthDays(days: MonthDays, t: Translate, locale: string): RichText {
  switch (days.type) {
    case 'numbers': {
      const numbers = days.numbers.map((number) => t('recurrence.day-number', { number }));
      return t('recurrence.day-numbers', { count: numbers.length, days: showList(numbers, locale) });
    }
    case 'last':
      return t('recurrence.last-day');
    case 'workday':
      return t('recurrence.nth-workday', { nth: t(`recurrence.nth.${days.nth}`) });
    case 'nth':
      return showList(
        days.groups.map(({ nths, weekday }) => {
          const nth = showList(
            nths.map((each) => t(`recurrence.nth.${each}`)),
            locale,
          );
          return t('recurrence.nth-weekday', { nth, weekday: weekdayName(weekday, locale) });
        }),
        locale,
      );
    default:
      return days satisfies never;
  }
}

function speakEnd({ end }: RecurrenceOutline, recurrence: RichText, t: Translate, locale: string): RichText {
  if (!end) return recurrence;
  if ('count' in end) return t('recurrence.times', { recurrence, count: end.count });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(end.until));
  return t('recurrence.until', { recurrence, day });
}

function listWeekdays(weekdays: readonly number[], t: Translate, locale: string): RichText {
  return showList(
    weekdays.map((weekday) =>
      t('recurrence.every-weekday', { weekday: weekdayName(weekday, locale), number: weekday }),
    ),
    locale,
  );
}

function weekdayName(weekday: number, locale: string): string {
  // 1 January 2024 was a Monday.
  return name({ weekday: 'long' }, Date.UTC(2024, 0, weekday), locale);
}

function monthName(month: number, locale: string): string {
  return name({ month: 'long' }, Date.UTC(2024, month - 1, 1), locale);
}

function name(options: Intl.DateTimeFormatOptions, at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(at);
}
