import { own, type PartOfDay, type Vocabulary } from './vocabulary.ts';

/** Minutes since the day began; 1440 is the end of the day. */
export type MinuteOfDay = number;

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

function readGroups({ hour, minute, past, to, part }: Groups, words: Vocabulary): MinuteOfDay | null {
  const partOfDay = own(words.partsOfDay, part);
  if (part !== undefined && !partOfDay) return null;
  const hours = toHours(countHours(hour, words), partOfDay);
  const minutes = Number(minute ?? 0) + countMinutes(past, words) - countMinutes(to, words);
  return hours === null || !(minutes > -60 && minutes < 60) ? null : (hours * 60 + minutes + 1440) % 1440;
}

/** Hours of the twelve-hour clock become those of the day; `18:00 in the morning` is nothing. */
function toHours(hour: number | undefined, part: PartOfDay | undefined): number | null {
  if (hour === undefined || hour > 23) return null;
  if (!part) return hour;
  if (hour > 12) return part.pm ? hour : null;
  return (hour % 12) + (part.pm ? 12 : 0);
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
