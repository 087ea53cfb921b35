import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plain } from '../../src/core/rich-text.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { speakRecurrence } from '../../src/i18n/recurrences.ts';
import { occurrencesAfter, type Recurrence } from '../../src/time/recurrence/occurrences.ts';
import { readRecurrence } from '../../src/time/words/read-recurrence.ts';

const catalogue = createCatalogue();

function speak(recurrence: Recurrence, locale: string): string {
  return plain(speakRecurrence(recurrence, catalogue.speak(locale), locale));
}

/** Rules that begin on Tuesday 16 March 2027 at 9:00 in Madrid, and how they are said. */
const spoken: readonly (readonly [rule: string, english: string, spanish: string])[] = [
  ['FREQ=HOURLY', 'every hour', 'cada hora'],
  ['FREQ=HOURLY;INTERVAL=2;COUNT=3', 'every 2 hours, 3 times', 'cada dos horas, 3 veces'],
  ['FREQ=MINUTELY;INTERVAL=90', 'every 90 minutes', 'cada 90 minutos'],
  ['FREQ=DAILY', 'every day at 9:00', 'cada día a las 9:00'],
  ['FREQ=DAILY;INTERVAL=2', 'every 2 days at 9:00', 'cada dos días, a las 9:00'],
  ['FREQ=DAILY;INTERVAL=15', 'every 15 days at 9:00', 'cada 15 días, a las 9:00'],
  ['FREQ=WEEKLY', 'every Tuesday at 9:00', 'todos los martes a las 9:00'],
  ['FREQ=WEEKLY;BYDAY=SA,SU', 'every Saturday and Sunday at 9:00', 'todos los sábados y domingos a las 9:00'],
  ['FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO', 'every weekday at 9:00', 'de lunes a viernes a las 9:00'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20270630',
    'every 2 weeks on Monday and Thursday at 9:00, until June 30, 2027',
    'cada dos semanas, los lunes y jueves, a las 9:00, hasta el 30 de junio de 2027',
  ],
  [
    'FREQ=MONTHLY;BYDAY=1TU,3TU',
    'on the first and third Tuesday of every month at 9:00',
    'el primer y tercer martes de cada mes a las 9:00',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=1',
    'on the last Friday of every month at 9:00, 1 time',
    'el último viernes de cada mes a las 9:00, 1 vez',
  ],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=-2SU;COUNT=7',
    'every 2 months on the second to last Sunday at 9:00, 7 times',
    'cada dos meses, el penúltimo domingo, a las 9:00, 7 veces',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'on the last weekday of every month at 9:00',
    'el último día laborable de cada mes a las 9:00',
  ],
  ['FREQ=MONTHLY', 'on the 16th of every month at 9:00', 'el día 16 de cada mes a las 9:00'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=1,22,31',
    'on the 1st, 22nd, and 31st of every month at 9:00, the 31st only in months that have one',
    'los días 1, 22 y 31 de cada mes a las 9:00, el día 31 solo en los meses que lo tienen',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=7',
    'on the 31st of every month at 9:00, only in months that have one, 7 times',
    'el día 31 de cada mes a las 9:00, solo en los meses que lo tienen, 7 veces',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=29,30',
    'on the 29th and 30th of every month at 9:00, only in months that have them',
    'los días 29 y 30 de cada mes a las 9:00, solo en los meses que los tienen',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=28', 'on the 28th of every month at 9:00', 'el día 28 de cada mes a las 9:00'],
  [
    'FREQ=MONTHLY;BYMONTH=3,5,7;BYMONTHDAY=31',
    'on the 31st of every month at 9:00, in March, May, and July',
    'el día 31 de cada mes a las 9:00, en marzo, mayo y julio',
  ],
  [
    'FREQ=MONTHLY;BYMONTH=1,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=30',
    'on the 30th of every month at 9:00, except in February',
    'el día 30 de cada mes a las 9:00, excepto en febrero',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'on the last day of every month at 9:00', 'el último día de cada mes a las 9:00'],
  ['FREQ=DAILY;BYHOUR=9,17', 'every day at 9:00 and 17:00', 'cada día a las 9:00 y a las 17:00'],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=1,13,17',
    'every 2 weeks on Monday at 1:00, 13:00, and 17:00',
    'cada dos semanas, los lunes, a la 1:00, a las 13:00 y a las 17:00',
  ],
  ['FREQ=DAILY;BYHOUR=8', 'every day at 8:00', 'cada día a las 8:00'],
  ['FREQ=DAILY;BYMONTH=1', 'every day at 9:00, in January', 'cada día a las 9:00, en enero'],
  [
    'FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;UNTIL=20281231',
    'every Tuesday at 9:00, except in July and August, until December 31, 2028',
    'todos los martes a las 9:00, excepto en julio y agosto, hasta el 31 de diciembre de 2028',
  ],
  [
    'FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYDAY=1TU',
    'on the first Tuesday of every month at 9:00, in January, March, May, July, September, and November',
    'el primer martes de cada mes a las 9:00, en enero, marzo, mayo, julio, septiembre y noviembre',
  ],
  [
    'FREQ=DAILY;BYMONTH=1,3,5,7,8,9,11',
    'every day at 9:00, except in February, April, June, October, and December',
    'cada día a las 9:00, excepto en febrero, abril, junio, octubre y diciembre',
  ],
  ['FREQ=DAILY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12', 'every day at 9:00', 'cada día a las 9:00'],
  ['FREQ=YEARLY', 'every year on March 16 at 9:00', 'cada año, el 16 de marzo a las 9:00'],
  [
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYDAY=-1MO',
    'every 2 years on the last Monday of May at 9:00',
    'cada dos años, el último lunes de mayo, a las 9:00',
  ],
];

for (const [rule, english, spanish] of spoken) {
  test(`${rule} is said as people say it`, () => {
    const recurrence = { wall: '2027-03-16T09:00', zone: 'Europe/Madrid', rule };
    assert.equal(speak(recurrence, 'en'), english);
    assert.equal(speak(recurrence, 'es'), spanish);
  });
}

test('one o’clock is one hour in Spanish', () => {
  assert.equal(speak({ wall: '2027-03-16T01:05', zone: 'UTC', rule: 'FREQ=DAILY' }, 'es'), 'cada día a la 1:05');
});

test('an end before the hour of its day is said as the day before', () => {
  const recurrence = {
    wall: '2027-03-16T18:00',
    zone: 'America/Los_Angeles',
    rule: 'FREQ=DAILY;UNTIL=20270331T005959Z',
  };
  assert.equal(speak(recurrence, 'en'), 'every day at 18:00, until March 29, 2027');
});

for (const rule of [
  'FREQ=SECONDLY',
  'FREQ=HOURLY;BYDAY=MO',
  'FREQ=HOURLY;UNTIL=20270630T120000',
  'FREQ=DAILY;BYHOUR=8,20;BYMINUTE=0,30',
  'FREQ=DAILY;BYHOUR=8,20;UNTIL=20270630T120000',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=8,20',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU',
  'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
  'FREQ=MONTHLY;BYMONTHDAY=-3',
  'FREQ=MONTHLY;BYDAY=TU',
  'FREQ=YEARLY;BYWEEKNO=20',
  'FREQ=YEARLY;BYMONTH=1,2',
]) {
  test(`${rule} has no words and is shown as it is written`, () => {
    const spans = speakRecurrence({ wall: '2027-03-16T09:00', zone: 'UTC', rule }, catalogue.speak('en'), 'en');
    assert.deepEqual(spans, [{ type: 'code', text: rule }]);
  });
}

test('an end is told by its day where it leaves out none of its hours, or all', () => {
  const recurrence = { wall: '2027-03-16T09:00', zone: 'UTC', rule: 'FREQ=DAILY;BYHOUR=9,17' };
  const until = (time: string) => speak({ ...recurrence, rule: `${recurrence.rule};UNTIL=20270630T${time}` }, 'en');
  assert.equal(until('170000'), 'every day at 9:00 and 17:00, until June 30, 2027');
  assert.equal(until('085959'), 'every day at 9:00 and 17:00, until June 29, 2027');
});

test('hours of the rule are not left unsaid where it begins with a day alone', () => {
  const recurrence = { wall: '2027-03-16', zone: 'UTC', rule: 'FREQ=DAILY;BYHOUR=9,17' };
  assert.equal(speak(recurrence, 'en'), recurrence.rule);
});

test('what comes round within a day is read again as the same times', () => {
  for (const rule of ['FREQ=HOURLY', 'FREQ=HOURLY;INTERVAL=5;COUNT=4', 'FREQ=MINUTELY;INTERVAL=90;UNTIL=20270317']) {
    for (const locale of ['en', 'es']) {
      const recurrence = { wall: '2027-03-16T09:00', zone: 'Europe/Madrid', rule };
      const before = new Date('2027-03-16T07:59:00Z');
      const again = readRecurrence(speak(recurrence, locale), { now: before, zone: recurrence.zone, locale });
      assert.deepEqual(occurrencesAfter(again, before, 30), occurrencesAfter(recurrence, before, 30));
    }
  }
});

test('what is said is read again as the same times', () => {
  const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }).map((days) => days.join());
  const nth = fc.constantFrom('1', '2', '3', '4', '5', '-1', '-2');
  const nths = fc.uniqueArray(fc.tuple(nth, weekday), { minLength: 1, maxLength: 4, selector: (day) => day.join('') });
  const nthDays = nths.map((days) => days.map((day) => day.join('')).join());
  const numbers = fc
    .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.join());
  const month = fc.integer({ min: 1, max: 12 });
  const inMonth = fc.oneof(
    nthDays.map((days) => `BYDAY=${days}`),
    numbers.map((days) => `BYMONTHDAY=${days}`),
    fc.constant('BYMONTHDAY=-1'),
    nth.map((position) => `BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${position}`),
  );
  const months = fc.uniqueArray(month, { maxLength: 12 }).map((some) => (some.length > 0 ? `;BYMONTH=${some}` : ''));
  const hour = fc.integer({ min: 0, max: 23 });
  const hours = fc.uniqueArray(hour, { maxLength: 4 }).map((some) => (some.length > 0 ? `;BYHOUR=${some}` : ''));
  const ofAnyYear = fc.oneof(
    fc.constant('FREQ=DAILY'),
    weekdays.map((all) => `FREQ=WEEKLY;BYDAY=${all}`),
    inMonth.map((all) => `FREQ=MONTHLY;${all}`),
  );
  const ofTheYear = fc.oneof(
    fc.tuple(ofAnyYear, months).map((all) => all.join('')),
    fc.tuple(month, inMonth).map(([number, all]) => `FREQ=YEARLY;BYMONTH=${number};${all}`),
  );
  // Among places, hours would be counted too.
  const days = fc.tuple(ofTheYear, hours).map(([all, some]) => (all.includes('BYSETPOS') ? all : `${all}${some}`));
  const interval = fc.integer({ min: 1, max: 4 });
  const end = fc.constantFrom('', ';COUNT=1', ';COUNT=7', ';UNTIL=20310630', ';UNTIL=20301231T235959Z');
  const zone = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  const minutes = fc.integer({ min: 0, max: 1439 });
  const locale = fc.constantFrom('en', 'es');
  const property = fc.property(
    days,
    interval,
    end,
    zone,
    minutes,
    locale,
    (rule, every, until, where, minute, spokenIn) => {
      // An instant may come amid the hours of a day, for which there are no words.
      fc.pre(!(rule.includes('BYHOUR') && until.endsWith('Z')));
      const clock = new Date(minute * 60_000).toISOString().slice(11, 16);
      const now = new Date('2027-03-10T00:00:00Z');
      const whole = { wall: `2027-03-11T${clock}`, zone: where, rule: `${rule};INTERVAL=${every}` };
      const [first] = occurrencesAfter(whole, now, 1);
      fc.pre(first !== undefined && first.wall < '2030');
      // Told from its first time on, as everything is that was read from words.
      const recurrence = { ...whole, wall: first.wall, rule: `${whole.rule}${until}` };
      const before = new Date(first.at.getTime() - 60_000);
      const words = speak(recurrence, spokenIn);
      assert.doesNotMatch(words, /FREQ/);
      const again = readRecurrence(words, { now: before, zone: where, locale: spokenIn });
      assert.deepEqual(occurrencesAfter(again, before, 12), occurrencesAfter(recurrence, before, 12), words);
    },
  );
  fc.assert(property, { numRuns: 400 });
});
