import { own, type PartOfDay, type Vocabulary } from './vocabulary.ts';

/** Minutes since the day began; from 1440 on, those after the midnight that ends it. */
export type MinuteOfDay = number;

export const minutesOfDay: MinuteOfDay = 1440;

/** The hour that a whole phrase names; null where it names none. */
export function readHour(phrase: string, words: Vocabulary): MinuteOfDay | null {
  const named = own(words.namedHours, phrase) ?? own(words.partsOfDay, phrase)?.hour;
  if (named) return toMinutes(named);
  for (const pattern of words.hours) {
    const groups = pattern.exec(phrase)?.groups;
    const minute = groups && readGroups(groups, words);
    if (minute !== undefined && minute !== null) return minute;
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function readGroups(groups: Groups, words: Vocabulary): MinuteOfDay | null {
  const { minute, past, to } = groups;
  const hours = readHours(groups, words);
  const minutes = Number(minute ?? 0) + countMinutes(past, words) - countMinutes(to, words);
  if (hours === null || !(minutes > -60 && minutes < 60)) return null;
  return hours * 60 + minutes + (hours === 0 && minutes < 0 ? minutesOfDay : 0);
}

function readHours({ hour, part, night, smallHours }: Groups, words: Vocabulary): number | null {
  const count = countHours(hour, words);
  const partOfDay = own(words.partsOfDay, part ?? night);
  if ((part ?? night) !== undefined && !partOfDay) return null;
  if (smallHours !== undefined) return afterMidnight(count);
  return toHours(count, partOfDay) ?? (night === undefined ? null : afterMidnight(count));
}

const lastOfNight = 5;

/** The night of a day goes on in the day after: at 1 in it, the clock has shown 24 hours of its day and one more. */
function afterMidnight(hour: number | undefined): number | null {
  if (hour === undefined || hour < 1 || hour > 12) return null;
  return hour % 12 <= lastOfNight ? 24 + (hour % 12) : null;
}

/** Hours of the twelve-hour clock become those of the day; `18:00 in the morning` is nothing, `12 at night` is 24. */
function toHours(hour: number | undefined, part: PartOfDay | undefined): number | null {
  if (hour === undefined || hour > 23) return null;
  if (!part) return hour;
  const halves = hour === 0 || hour > 12 ? [hour] : hour === 12 ? [24, 12, 0] : [hour + 12, hour];
  return halves.find((each) => each >= part.first && each <= part.last) ?? null;
}

/** Digits, or a word such as `nine`; `half` and the article `a` are no hours. */
function countHours(spoken = '', words: Vocabulary): number | undefined {
  if (/^\d+$/.test(spoken)) return Number(spoken);
  const count = spoken.length > 2 ? own(words.numbers, spoken) : undefined;
  return Number.isInteger(count) ? count : undefined;
}

function countMinutes(spoken: string | undefined, words: Vocabulary): number {
  return spoken === undefined ? 0 : (own(words.minutes, spoken) ?? Number(spoken));
}

function toMinutes(clock: string): MinuteOfDay {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
