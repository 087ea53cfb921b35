import type { Vocabulary } from './vocabulary.ts';

const am = { hour: '09:00', first: 0, last: 11 };
/** Las doce de la mañana are noon, las doce de la noche are midnight. */
const morning = { hour: '09:00', first: 0, last: 12 };
const smallHours = { hour: '06:00', first: 0, last: 11 };
const noon = { hour: '12:00', first: 12, last: 16 };
const afternoon = { hour: '16:00', first: 12, last: 21 };
const night = { hour: '21:00', first: 17, last: 24 };
const pm = { hour: '16:00', first: 12, last: 23 };

const day = String.raw`(?<day>\d{1,2}|primero)`;
const year = String.raw`(?:,? (?:de |del )?(?<year>\d{4}))?`;
const weekday = '(?:(?!el |dia )(?<weekday>[a-z]+),? )?';
const at = '(?:a la |a las |la |las )';
const hoursSaid = '(?: ?hr?s?| horas)';
const part = String.raw`(?: (?<part>(?:de|por|en) la [a-z]+|del? mediodia)| ?(?<part>am|pm|a\.m\.|p\.m\.|a\. m\.|p\. m\.))?`;

/** How days and hours are named in Spanish. */
export const spanish: Vocabulary = {
  weekdays: {
    ...{ lunes: 1, lun: 1, martes: 2, miercoles: 3, mie: 3, jueves: 4, jue: 4, viernes: 5, vie: 5 },
    ...{ sabado: 6, sab: 6, domingo: 7, dom: 7 },
  },
  months: {
    ...{ enero: 1, ene: 1, febrero: 2, feb: 2, marzo: 3, mar: 3, abril: 4, abr: 4, mayo: 5, may: 5, junio: 6, jun: 6 },
    ...{ julio: 7, jul: 7, agosto: 8, ago: 8, septiembre: 9, setiembre: 9, sep: 9, sept: 9, octubre: 10, oct: 10 },
    ...{ noviembre: 11, nov: 11, diciembre: 12, dic: 12 },
  },
  numbers: {
    ...{ un: 1, una: 1, uno: 1, 'un par de': 2, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8 },
    ...{ nueve: 9, diez: 10, once: 11, doce: 12, quince: 15, veinte: 20, treinta: 30, media: 0.5 },
  },
  units: {
    ...{ minuto: 'minutes', minutos: 'minutes', min: 'minutes' },
    ...{ hora: 'hours', horas: 'hours', h: 'hours' },
    ...{ dia: 'days', dias: 'days', semana: 'weeks', semanas: 'weeks', mes: 'months', meses: 'months' },
    ...{ ano: 'years', anos: 'years' },
  },
  leadIn: /^(?:para|hasta) /,
  namedDays: {
    ...{ ayer: -1, hoy: 0, 'hoy mismo': 0, 'fin del dia': 0, 'final del dia': 0, manana: 1, 'manana mismo': 1 },
    ...{ 'pasado manana': 2 },
  },
  calendarDays: {
    ...{ 'fin de mes': 'endOfMonth', 'a fin de mes': 'endOfMonth', 'final de mes': 'endOfMonth' },
    ...{ 'finales de mes': 'endOfMonth', 'a finales de mes': 'endOfMonth', 'fin del mes': 'endOfMonth' },
    ...{ 'fin de ano': 'endOfYear', 'final de ano': 'endOfYear', 'finales de ano': 'endOfYear' },
    ...{ 'fin de semana': 'weekend', 'el fin de semana': 'weekend', 'este fin de semana': 'weekend' },
    ...{ 'el proximo fin de semana': 'weekend', finde: 'weekend', 'el finde': 'weekend', 'este finde': 'weekend' },
    ...{
      'la proxima semana': 'nextWeek',
      'proxima semana': 'nextWeek',
      'la semana que viene': 'nextWeek',
      'la semana proxima': 'nextWeek',
    },
    ...{
      'el proximo mes': 'nextMonth',
      'proximo mes': 'nextMonth',
      'el mes que viene': 'nextMonth',
      'el mes proximo': 'nextMonth',
    },
    ...{ 'el proximo ano': 'nextYear', 'proximo ano': 'nextYear', 'el ano que viene': 'nextYear' },
  },
  namedHours: {
    ...{ mediodia: '12:00', 'al mediodia': '12:00', 'a mediodia': '12:00', 'a medio dia': '12:00' },
    ...{ 'al medio dia': '12:00', 'medio dia': '12:00' },
    ...{ medianoche: '24:00', 'a medianoche': '24:00', 'a la medianoche': '24:00' },
  },
  partsOfDay: {
    ...{ am, 'a.m.': am, 'a. m.': am, pm, 'p.m.': pm, 'p. m.': pm },
    ...{ 'por la manana': morning, 'en la manana': morning, 'de la manana': morning, 'a la manana': morning },
    ...{ 'por la tarde': afternoon, 'en la tarde': afternoon, 'de la tarde': afternoon, 'a la tarde': afternoon },
    ...{ 'por la noche': night, 'en la noche': night, 'de la noche': night, 'a la noche': night },
    ...{ tarde: afternoon, noche: night, 'de la madrugada': smallHours, 'del mediodia': noon, 'de mediodia': noon },
  },
  expansions: {
    ...{ 'en un cuarto de hora': 'en 15 minutos', 'dentro de un cuarto de hora': 'en 15 minutos' },
    ...{ 'en tres cuartos de hora': 'en 45 minutos', 'dentro de tres cuartos de hora': 'en 45 minutos' },
    ...{ 'en hora y media': 'en 90 minutos', 'dentro de hora y media': 'en 90 minutos' },
    ...{ 'en una hora y media': 'en 90 minutos', 'dentro de una hora y media': 'en 90 minutos' },
    ...{ 'esta manana': 'hoy por la manana', 'esta tarde': 'hoy por la tarde', 'esta noche': 'hoy por la noche' },
  },
  fromNow:
    /^(?:en|dentro de) (?<count>[a-z ]+?|\d+) ?(?<unit>[a-z]+)(?: y (?<more>media)|(?: y)? (?<more>[a-z]+|\d+) min(?:utos?)?)?$/,
  weekday:
    /^(?:el |este |el proximo |proximo |el siguiente )?(?<weekday>[a-z]+)(?: que viene| proximo)?(?<later> de la (?:proxima semana|semana que viene|semana proxima))?$|^(?<later>la (?:proxima semana|semana que viene|semana proxima)),?(?: el)? (?<weekday>[a-z]+)$/,
  dates: [
    new RegExp(`^(?:el )?(?:dia )?${weekday}(?:el )?(?:dia )?${day}(?: de)? (?<month>[a-z]+)\\.?${year}$`),
    new RegExp(`^(?:el )?${weekday}(?<month>[a-z]+) ${day}${year}$`),
  ],
  dayOfMonth: new RegExp(`^(?!\\d)(?:el )?${weekday}(?:dia )?(?<day>\\d{1,2})$`),
  hours: [
    new RegExp(
      `^(?<night>(?:por|en|a) la noche),? ${at}(?<hour>\\d{1,2}|[a-z]+)(?:[:.](?<minute>\\d\\d)| y (?<past>[a-z]+|\\d{1,2}))?(?<smallHours> ?(?:am|a\\.m\\.)| de la madrugada)?$`,
    ),
    new RegExp(`^${at}?(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)${hoursSaid}?${part}$`),
    new RegExp(`^${at}?(?<hour>\\d{1,2})h(?<minute>\\d\\d)$`),
    new RegExp(`^${at}(?<hour>\\d{1,2}|[a-z]+)(?: y (?<past>[a-z]+|\\d{1,2}))?(?:${hoursSaid}| en punto)?${part}$`),
    new RegExp(`^${at}(?<hour>\\d{1,2}|[a-z]+) menos (?<to>[a-z]+|\\d{1,2})${part}$`),
    new RegExp(`^(?:a )?(?:un )?(?<to>[a-z]+|\\d{1,2}) para ${at}(?<hour>\\d{1,2}|[a-z]+)${part}$`),
    /^(?<hour>\d{1,2}) (?<part>de la [a-z]+|del? mediodia)$/,
    /^(?<hour>\d{1,2}) ?(?<part>am|pm|a\.m\.|p\.m\.)$/,
    new RegExp(`^(?<hour>\\d{1,2})${hoursSaid}$`),
    /^(?<part>(?:por|en|a) la [a-z]+),? a las? (?<hour>\d{1,2}|[a-z]+)(?:[:.](?<minute>\d\d))?$/,
  ],
  minutes: { media: 30, cuarto: 15, cinco: 5, diez: 10, veinte: 20, veinticinco: 25 },
};
