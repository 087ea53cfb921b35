import type { RecurrenceVocabulary } from './recurrence-vocabulary.ts';

const minutely = { freq: 'MINUTELY', interval: 1 } as const;
const hourly = { freq: 'HOURLY', interval: 1 } as const;
const daily = { freq: 'DAILY', interval: 1 } as const;
const weekly = { freq: 'WEEKLY', interval: 1 } as const;
const fortnightly = { freq: 'WEEKLY', interval: 2 } as const;
const monthly = { freq: 'MONTHLY', interval: 1 } as const;
const quarterly = { freq: 'MONTHLY', interval: 3 } as const;
const everyTwoMonths = { freq: 'MONTHLY', interval: 2 } as const;
const halfYearly = { freq: 'MONTHLY', interval: 6 } as const;
const yearly = { freq: 'YEARLY', interval: 1 } as const;
const workdays = [1, 2, 3, 4, 5];

/** How Spanish says that something comes round again. */
export const recurringSpanish: RecurrenceVocabulary = {
  clause:
    /(?<!\bpor),? (?=(?:hasta|desde|a partir|durante|empezando|comenzando|por [a-z\d]+ (?:semanas|meses|dias|veces))(?: |$)|[a-z\d]+ ve(?:z|ces)(?:$|[, ]))/,
  until: /^hasta (?<day>.+)$/,
  wholeMonth: /^(?:(?:el )?(?:fin|final|finales) de )?(?<month>[a-z]+)(?: del? (?<year>\d{4}))?$/,
  someMonths:
    /(?:^|,? )(?:(?<except>excepto|exceptuando|salvo|menos|quitando|pero no|no|sin contar)|(?:pero )?(?:solo |solamente |unicamente )?(?:en|durante)) |,? (?=de [a-z]+ a )/g,
  scarce:
    /,? (?:(?:el dia|los dias) \d+(?:(?:,| y) \d+)* )?(?:pero )?sol(?:o|amente) en (?:los )?meses que l[oa]s? tien[ae]n(?=,|$)/,
  beforeMonths: /^(?:en |durante )?(?:el |los )?(?:mes de |meses de )?/,
  monthRange:
    /^(?:de |desde )?(?<first>[a-z]+)(?: a | ?[-–] ?)(?<last>[a-z]+)$|^(?:de|desde) (?<first>[a-z]+) hasta (?<last>[a-z]+)$/,
  times: /^(?:por )?(?<count>[a-z\d]+) (?:vez|veces)$/,
  during: /^(?:durante|por) (?<count>[a-z\d]+) (?<unit>[a-z]+)$/,
  starting: /^(?:desde|a partir del?|empezando|comenzando)(?: desde)? (?<day>.+)$/,
  expansions: {
    ...{
      'una vez cada': 'cada',
      'cada media hora': 'cada 30 minutos',
      'cada manana': 'cada dia por la manana',
      'todas las mananas': 'cada dia por la manana',
    },
    ...{ 'cada tarde': 'cada dia por la tarde', 'todas las tardes': 'cada dia por la tarde' },
    ...{ 'cada noche': 'cada dia por la noche', 'todas las noches': 'cada dia por la noche' },
  },
  rhythms: {
    ...{ 'todas las horas': hourly, 'una vez por hora': hourly, 'a cada hora': hourly },
    ...{ diario: daily, diariamente: daily, 'a diario': daily, 'una vez al dia': daily, 'todos los dias': daily },
    ...{ semanal: weekly, semanalmente: weekly, 'una vez a la semana': weekly, 'una vez por semana': weekly },
    ...{ 'todas las semanas': weekly, 'cada quince dias': fortnightly, 'en semanas alternas': fortnightly },
    ...{ quincenal: fortnightly, quincenalmente: fortnightly, 'todas las quincenas': fortnightly },
    ...{ bimestral: everyTwoMonths, bimestralmente: everyTwoMonths, semestral: halfYearly, semestralmente: halfYearly },
    ...{ 'una vez por dia': daily, 'una vez por mes': monthly, 'una vez por ano': yearly },
    ...{ mensual: monthly, mensualmente: monthly, 'una vez al mes': monthly, 'todos los meses': monthly },
    ...{ trimestral: quarterly, trimestralmente: quarterly, 'todos los trimestres': quarterly },
    ...{ anual: yearly, anualmente: yearly, 'una vez al ano': yearly, 'todos los anos': yearly },
  },
  everyUnit: /^cada (?:(?<count>[a-z\d]+) )?(?<unit>[a-z]+)$/,
  everyDay:
    /^(?:cada|todos los) (?:(?<count>\d+|dos|tres|cuatro) (?!de ))?(?<days>.+)$|^(?:los )?(?<days>[a-z]+) (?<count>alternos)$/,
  periods: {
    ...{ minuto: minutely, minutos: minutely, min: minutely, hora: hourly, horas: hourly },
    ...{ dia: daily, dias: daily, semana: weekly, semanas: weekly, mes: monthly, meses: monthly },
    ...{ quincena: fortnightly, quincenas: fortnightly, bimestre: everyTwoMonths, semestre: halfYearly },
    ...{ trimestre: quarterly, trimestres: quarterly, ano: yearly, anos: yearly },
  },
  counts: { cero: 0, alternos: 2 },
  weekdayGroups: {
    ...{ 'entre semana': workdays, 'dia laborable': workdays, 'dias laborables': workdays, 'dia habil': workdays },
    ...{ 'dias habiles': workdays, 'dia de entre semana': workdays, 'dias entre semana': workdays },
    ...{
      'dias de entre semana': workdays,
      'fin de semana': [6, 7],
      'fines de semana': [6, 7],
      findes: [6, 7],
      finde: [6, 7],
    },
    ...{ 'dia laboral': workdays, 'dias laborales': workdays, 'dia de semana': workdays, 'dias de semana': workdays },
  },
  and: /,? (?:y|e|&) (?:el |los |todos los |cada )?|, ?(?:el |los |todos los |cada )?|\//,
  range: /^(?:de )?(?<first>[a-z]+)(?: a | ?[-–] ?)(?<last>[a-z]+)$/,
  ordinals: {
    ...{ primer: 1, primero: 1, primeros: 1, segundo: 2, segundos: 2, tercer: 3, tercero: 3, terceros: 3, cuarto: 4 },
    ...{ cuartos: 4, quinto: 5, quintos: 5, ultimo: -1, ultimos: -1, penultimo: -2, penultimos: -2 },
  },
  numbered: /^(?<number>\d{1,2})\.?(?:er|ro|do|to|o|º|°)$/,
  article: /^(?:el |los |en )+/,
  dayNumber: /^(?:dias? )?(?<number>\d{1,2})$/,
  lastDay: /^ultimo dia$/,
  workingDay: /^dia (?:laborable|laboral|habil)$/,
  ofTheMonth: /,? (?:de (?:cada|todos los) mes(?:es)?|del? mes|cada mes|todos los meses|al mes)$/,
  inMonth: [/^(?<days>.+?)(?: de)? (?<month>[a-z]+)(?<everyYear>,? (?:de )?(?:cada ano|todos los anos))?$/],
  meansEvery:
    /^(?:los |sabados|domingos|entre semana|dias de semana|fines de semana|(?:de )?lun(?:es)?(?: a | ?[-–] ?))/,
  ordinalMayCount: false,
};
