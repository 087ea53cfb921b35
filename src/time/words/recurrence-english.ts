import type { RecurrenceVocabulary } from './recurrence-vocabulary.ts';

const minutely = { freq: 'MINUTELY', interval: 1 } as const;
const hourly = { freq: 'HOURLY', interval: 1 } as const;
const daily = { freq: 'DAILY', interval: 1 } as const;
const weekly = { freq: 'WEEKLY', interval: 1 } as const;
const fortnightly = { freq: 'WEEKLY', interval: 2 } as const;
const monthly = { freq: 'MONTHLY', interval: 1 } as const;
const quarterly = { freq: 'MONTHLY', interval: 3 } as const;
const yearly = { freq: 'YEARLY', interval: 1 } as const;
const workdays = [1, 2, 3, 4, 5];

/** How English says that something comes round again. */
export const recurringEnglish: RecurrenceVocabulary = {
  clause:
    /(?<!\bfor),? (?=(?:until|till|through|starting|beginning|from|for) |[a-z\d-]+ times?(?:$|[, ]))(?!(?<=\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )through (?:mon|tue|wed|thu|fri|sat|sun))(?!from (?:mon|tue|wed|thu|fri|sat|sun)[a-z]* (?:to|through|thru) )/,
  until: /^(?:until|till|through) (?<day>.+)$/,
  wholeMonth: /^(?:(?:the )?end of )?(?<month>[a-z]+)(?:,? (?<year>\d{4}))?$/,
  someMonths:
    /(?:^|,? )(?:(?<except>except|excluding|but not|not|other than|apart from|aside from|save|skipping)(?: for)?|(?:but )?(?:only )?(?:in|during)) |,? (?=from [a-z]+ (?:to|through|thru) )/g,
  scarce:
    /,? (?:the \d+[a-z]{2}(?:,? (?:and )?\d+[a-z]{2})* )?(?:but )?only in (?:the )?months (?:that|which) have (?:one|it|them)(?=,|$)/,
  beforeMonths: /^(?:in |during )?(?:the )?(?:months? of )?/,
  monthRange: /^(?:from )?(?<first>[a-z]+)(?: (?:to|through|thru) | ?[-–] ?)(?<last>[a-z]+)$/,
  times: /^(?:for )?(?<count>[a-z\d-]+) times?$/,
  during: /^for (?<count>[a-z\d-]+) (?<unit>[a-z]+)$/,
  starting: /^(?:starting|beginning|from)(?: on| from| in(?= [a-z]+(?:$| \d| at )))? (?<day>.+)$/,
  expansions: {
    ...{
      everyday: 'every day',
      'once every': 'every',
      'every half hour': 'every 30 minutes',
      'every half an hour': 'every 30 minutes',
      'every morning': 'every day morning',
      'every afternoon': 'every day afternoon',
    },
    ...{ 'every evening': 'every day evening', 'every night': 'every day night', nightly: 'every day night' },
  },
  rhythms: {
    ...{
      hourly,
      'once an hour': hourly,
      daily,
      'once a day': daily,
      weekly,
      'once a week': weekly,
      biweekly: fortnightly,
      fortnightly,
    },
    'bi-weekly': fortnightly,
    ...{ monthly, 'once a month': monthly, quarterly, 'once a quarter': quarterly },
    ...{ yearly, annually: yearly, 'once a year': yearly },
  },
  everyUnit: /^(?:every|each) (?:(?<count>[a-z\d]+) )?(?<unit>[a-z]+)$/,
  everyDay:
    /^(?:every|each) (?:(?<count>other|alternate) )?(?!day [\d and&,]+$)(?<days>.+)$|^(?<count>alternate) (?<days>.+)$/,
  periods: {
    ...{ minute: minutely, minutes: minutely, min: minutely, mins: minutely, hour: hourly, hours: hourly },
    ...{ day: daily, days: daily, week: weekly, weeks: weekly, fortnight: fortnightly, fortnights: fortnightly },
    ...{ month: monthly, months: monthly, quarter: quarterly, quarters: quarterly, year: yearly, years: yearly },
  },
  counts: { zero: 0, other: 2, alternate: 2, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4 },
  weekdayGroups: {
    ...{ weekday: workdays, weekdays: workdays, workday: workdays, workdays, 'working day': workdays },
    ...{ 'working days': workdays, 'business day': workdays, 'business days': workdays },
    ...{ weekend: [6, 7], weekends: [6, 7] },
  },
  and: /,? (?:and|&|\+) (?:the |on |every )*|, ?(?:the |on |every )*|\/| ?& ?/,
  range: /^(?:from )?(?<first>[a-z]+)(?: (?:to|through|thru) | ?[-–] ?)(?<last>[a-z]+)$/,
  ordinals: {
    ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1, 'second to last': -2, 'second last': -2 },
    ...{ 'next to last': -2, penultimate: -2 },
  },
  numbered: /^(?<number>\d{1,2})(?:st|nd|rd|th)$/,
  article: /^(?:on |the )+/,
  dayNumber: /^(?:day )?(?<number>\d{1,2})$/,
  lastDay: /^last day$/,
  workingDay: /^(?:weekday|workday|working day|business day)$/,
  ofTheMonth: /,? (?:of (?:the|each|every|a) month|(?:each|every) month|monthly)$/,
  inMonth: [
    /^(?<month>[a-z]+)\.? (?<days>.+?)(?<everyYear>,? (?:of )?(?:every|each) year)?$/,
    /^(?<days>.+?)(?: of| in)? (?<month>[a-z]+)\.?(?<everyYear>,? (?:of )?(?:every|each) year)?$/,
  ],
  meansEvery: /(?:days|ends)(?:,| and|$)|^(?:from )?mon(?:day)?(?: to | through | thru | ?[-–] ?)fri(?:day)?$/,
  ordinalMayCount: true,
};
