import type { Vocabulary } from './vocabulary.ts';

const morning = { hour: '09:00', first: 0, last: 11 };
const afternoon = { hour: '15:00', first: 12, last: 20 };
const evening = { hour: '19:00', first: 16, last: 24 };
const night = { hour: '21:00', first: 17, last: 24 };
const tonight = { ...night, hour: '19:00' };
const pm = { hour: '15:00', first: 12, last: 23 };

const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(?:,? (?<year>\d{4}))?`;
const weekday = '(?:(?!the )(?<weekday>[a-z]+),? )?';

/** How days and hours are named in English. */
export const english: Vocabulary = {
  weekdays: {
    ...{ monday: 1, mon: 1, tuesday: 2, tue: 2, tues: 2, wednesday: 3, wed: 3, thursday: 4, thu: 4, thur: 4, thurs: 4 },
    ...{ friday: 5, fri: 5, saturday: 6, sat: 6, sunday: 7, sun: 7 },
  },
  months: {
    ...{ january: 1, jan: 1, february: 2, feb: 2, march: 3, mar: 3, april: 4, apr: 4, may: 5, june: 6, jun: 6 },
    ...{ july: 7, jul: 7, august: 8, aug: 8, september: 9, sep: 9, sept: 9, october: 10, oct: 10 },
    ...{ november: 11, nov: 11, december: 12, dec: 12 },
  },
  numbers: {
    ...{ a: 1, an: 1, one: 1, two: 2, 'a couple of': 2, three: 3, four: 4, five: 5, six: 6, seven: 7 },
    ...{ eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, 'forty-five': 45 },
    ...{ 'half an': 0.5, 'half a': 0.5 },
  },
  units: {
    ...{ minute: 'minutes', minutes: 'minutes', min: 'minutes', mins: 'minutes' },
    ...{ hour: 'hours', hours: 'hours', h: 'hours', hr: 'hours', hrs: 'hours' },
    ...{ day: 'days', days: 'days', week: 'weeks', weeks: 'weeks', month: 'months', months: 'months' },
    ...{ year: 'years', years: 'years' },
  },
  leadIn: /^(?:by|until|till|for) /,
  namedDays: {
    ...{ yesterday: -1, today: 0, 'end of day': 0, 'end of the day': 0, eod: 0, tomorrow: 1, tmrw: 1 },
    ...{ 'day after tomorrow': 2, 'the day after tomorrow': 2 },
  },
  calendarDays: {
    ...{ 'end of month': 'endOfMonth', 'end of the month': 'endOfMonth', 'end of this month': 'endOfMonth' },
    ...{ 'the end of the month': 'endOfMonth', 'the end of the year': 'endOfYear' },
    ...{ 'end of year': 'endOfYear', 'end of the year': 'endOfYear' },
    ...{ weekend: 'weekend', 'the weekend': 'weekend', 'this weekend': 'weekend' },
    ...{ 'next week': 'nextWeek', 'next month': 'nextMonth', 'next year': 'nextYear' },
  },
  namedHours: {
    ...{ noon: '12:00', 'at noon': '12:00', midday: '12:00', '12 noon': '12:00', 'at 12 noon': '12:00' },
    ...{ midnight: '24:00', 'at midnight': '24:00', '12 midnight': '24:00', 'at 12 midnight': '24:00' },
  },
  partsOfDay: {
    ...{ am: morning, 'a.m.': morning, morning, afternoon, evening, night },
    ...{ pm, 'p.m.': pm },
    'this night': tonight,
    ...{ 'in the morning': morning, 'in the afternoon': afternoon, 'in the evening': evening, 'at night': night },
  },
  expansions: {
    ...{ 'tonight at midnight': 'today at midnight', 'midnight tonight': 'today at midnight' },
    ...{
      tonight: 'today this night',
      'this night': 'today this night',
      'this morning': 'today morning',
      'this afternoon': 'today afternoon',
    },
    ...{ 'this evening': 'today evening', 'in an hour and a half': 'in 90 minutes' },
  },
  fromNow: /^(?:in (?<count>.+?) ?(?<unit>[a-z]+)|(?<count>.+?) ?(?<unit>[a-z]+) from now)$/,
  weekday:
    /^(?:on |by |this |next |this coming |coming )?(?<weekday>[a-z]+)(?<later> next week| of next week)?$|^(?<later>next week),?(?: on)? (?<weekday>[a-z]+)$/,
  dates: [
    new RegExp(`^(?:on )?${weekday}(?<month>[a-z]+)\\.? ${day}${year}$`),
    new RegExp(`^(?:on )?(?:the )?${weekday}(?:the )?${day}(?: of)? (?<month>[a-z]+)\\.?${year}$`),
  ],
  dayOfMonth: new RegExp(`^(?:on )?${weekday}(?:the (?<day>\\d{1,2})|(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th))$`),
  hours: [
    /^(?<night>(?:this )?night),? (?:at )?(?<hour>\d{1,2}|(?<=at )[a-z]+)(?:[:.](?<minute>\d\d))?(?: ?(?<smallHours>am|a\.m\.))?$/,
    /^(?:at )?(?<hour>\d{1,2})[:.](?<minute>\d\d)h?$/,
    /^(?:at )?(?<hour>\d{1,2})h(?<minute>\d\d)$/,
    /^(?:at )?(?<hour>[a-z]+) (?<part>am|pm|a\.m\.|p\.m\.)$/,
    /^(?:at )?(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))? ?(?<part>am|pm|a\.m\.|p\.m\.)$/,
    /^(?:at )?(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?(?: o['’]?clock)? (?<part>in the [a-z]+|at night)$/,
    /^(?<part>[a-z]+) at (?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?$/,
    /^at (?<hour>\d{1,2}|[a-z]+)$/,
    /^(?:at )?(?<hour>\d{1,2}|[a-z]+)(?:h| o['’]?clock)$/,
    /^(?:at )?(?<past>half|quarter|\d{1,2}) past (?<hour>\d{1,2}|[a-z]+) ?(?<part>am|pm)?$/,
    /^(?:at )?(?<to>quarter|\d{1,2}) to (?<hour>\d{1,2}|[a-z]+) ?(?<part>am|pm)?$/,
  ],
  minutes: { half: 30, quarter: 15 },
};
