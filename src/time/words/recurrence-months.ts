import type { Rule } from '../recurrence/rule.ts';
import { type RecurrenceWords, readRuleDays } from './recurrence-days.ts';
import { own } from './vocabulary.ts';

/** A phrase without the months that it names, and the months in which that takes place; January is 1. */
interface InMonths {
  readonly rest: string;
  readonly months: readonly number[];
}

const allMonths = Array.from({ length: 12 }, (_, before) => before + 1);

/** After months: a day or a year, by which they are a date. An hour says what it is. */
const restOfDate = /^,? (?:the )?\d+(?:st|nd|rd|th)?(?! ?(?:am|pm|a\.|p\.|h|o['’]?clock))(?=$|[ ,])/;

/**
 * Takes `except in july and august` or `in june` out of a phrase. Null where it names no months or leaves none, and in
 * `the first monday in june`, which is one day of a year.
 */
export function takeMonths(phrase: string, words: RecurrenceWords): InMonths | null {
  for (const { index, 0: lead, groups } of phrase.matchAll(words.someMonths)) {
    const found = readLongest(phrase.slice(index + lead.length), words);
    if (!found || isDate(found.rest, words)) continue;
    const before = phrase.slice(0, index);
    const said = phrase.slice(index + lead.length, phrase.length - found.rest.length);
    if (!groups?.except && readRuleDays(`${before} ${said}`, words)?.freq === 'YEARLY') continue;
    const months = groups?.except ? allMonths.filter((month) => !found.months.includes(month)) : found.months;
    if (months.length > 0) return { rest: `${before}${found.rest}`.replace(/^,? /, ''), months };
  }
  return null;
}

/** `except june 1` is one day; `except june, 7 times` has no day, but another clause. */
function isDate(rest: string, { clause }: RecurrenceWords): boolean {
  return restOfDate.test(rest) && rest.search(clause) !== 0;
}

/** The rule in these months alone; null where it has months of its own, or comes round by another measure. */
export function limitToMonths(rule: Rule, months: readonly number[]): Rule | null {
  const canBe = rule.freq === 'DAILY' || rule.freq === 'WEEKLY' || rule.freq === 'MONTHLY';
  if (!canBe || rule.byMonth) return null;
  return months.length === allMonths.length ? rule : { ...rule, byMonth: months };
}

/** The longest list of months that a phrase begins with, and what follows it. */
function readLongest(phrase: string, words: RecurrenceWords): InMonths | null {
  const ends = [phrase.length, ...[...phrase.matchAll(/,? /g)].map(({ index }) => index).reverse()];
  for (const end of ends) {
    const months = readMonths(phrase.slice(0, end), words);
    if (months) return { rest: phrase.slice(end), months };
  }
  return null;
}

function readMonths(phrase: string, words: RecurrenceWords): readonly number[] | null {
  const plain = phrase.split(words.and).map((item) => item.replace(words.beforeMonths, '').replace(/\.$/, ''));
  const items = plain.map((item) => readItem(item, words));
  if (items.some((item) => item === null)) return null;
  return [...new Set(items.flatMap((item) => item ?? []))].sort((one, other) => one - other);
}

/** One month, or several in a row, perhaps over the turn of the year. */
function readItem(item: string, words: RecurrenceWords): readonly number[] | null {
  const month = own(words.months, item);
  if (month !== undefined) return [month];
  const { first, last } = words.monthRange.exec(item)?.groups ?? {};
  const [from, to] = [own(words.months, first), own(words.months, last)];
  if (from === undefined || to === undefined || from === to) return null;
  const length = ((to - from + 12) % 12) + 1;
  return Array.from({ length }, (_, ahead) => ((from + ahead - 1) % 12) + 1);
}
