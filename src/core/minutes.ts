/** The shortest and the longest that something takes, in minutes. */
const limits = { least: 5, most: 24 * 60 };

/** How long something takes: `90`, `1h30`, `1:30`, `2 hours`, `an hour and a half`, `hora y media`; null where it is none. */
export function readMinutes(raw: string): number | null {
  const words = raw.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '');
  const minutes = readPart(words) ?? readHours(words);
  if (minutes === null || !Number.isInteger(minutes)) return null;
  return minutes >= limits.least && minutes <= limits.most ? minutes : null;
}

/** `90`, `90 min`, `half an hour`. */
function readPart(words: string): number | null {
  const [, count, part] = new RegExp(`^(?:(?<count>\\d{1,4})(?: ?${minuteWords})?|(?<part>.+))$`).exec(words) ?? [];
  if (count !== undefined) return Number(count);
  return partsOfHour.find(([pattern]) => pattern.test(part ?? ''))?.[1] ?? null;
}

const minuteWords = '(?:m|min|mins|minutes?|minutos?)\\.?';
const partsOfHour: readonly (readonly [RegExp, number])[] = [
  [/^(?:half an hour|half hour|a half hour|media hora)$/, 30],
  [/^(?:an? )?(?:quarter of an hour|quarter hour)$|^(?:un )?cuarto de hora$/, 15],
  [/^three quarters of an hour$|^tres cuartos de hora$/, 45],
];

/** `2 hours`, `1.5 h`, `1h30`, `1:30`, `1 hour and 15 minutes`, `an hour and a half`, `two and a half hours`. */
function readHours(words: string): number | null {
  const found = hourPatterns.map((pattern) => pattern.exec(words)?.groups).find((groups) => groups !== undefined);
  const hours = found && readCount(found.hours);
  if (!found || hours === null || hours === undefined) return null;
  const minutes = found.half ? 30 : found.quarter ? 15 : Number(found.minutes ?? 0);
  return minutes > 59 ? null : Math.round(hours * 60) + minutes;
}

const count = String.raw`(?<hours>\d{1,2}(?:[.,]\d{1,2})?|[a-z]+)`;
const hourWords = '(?:h|hrs?|hours?|horas?)\\.?';
const rest = `(?:(?: and | y )(?:(?<half>a half|media)|(?<quarter>a quarter|cuarto)|(?<minutes>\\d{1,2}) ?${minuteWords}))`;
const hourPatterns = [
  new RegExp(`^${count} ?${hourWords}${rest}?$`),
  new RegExp(`^${count} ?${hourWords} ?(?<minutes>\\d{1,2})(?: ?${minuteWords})?$`),
  new RegExp(`^${count}(?: and | y )(?<half>a half|media) ${hourWords}$`),
  /^(?<hours>\d{1,2}):(?<minutes>\d\d)(?: ?h)?$/,
  /^(?<hours>hora) y (?:(?<half>media)|(?<quarter>cuarto))$/,
];

function readCount(written = ''): number | null {
  if (/^\d/.test(written)) return Number(written.replace(',', '.'));
  return Object.hasOwn(numbers, written) ? (numbers[written] ?? null) : null;
}

const numbers: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8 },
  ...{ un: 1, una: 1, hora: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, ocho: 8 },
};
