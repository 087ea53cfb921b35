import type { Store } from '../../../src/store/open.ts';
import type { Book } from './book.ts';
import type { YearCoalition } from './coalition.ts';
import type { Counts } from './counting.ts';
import { expectedOf, type Lifetime, toLine } from './expecting.ts';
import type { Outcome } from './life.ts';

interface Remains {
  readonly store: Store;
  readonly book: Book;
  readonly coalitions: readonly YearCoalition[];
  readonly lifetime: Lifetime;
}

/** Compares what was received with what was to be expected, and with what is on record. */
export async function reckon({ store, book, coalitions, lifetime }: Remains): Promise<Outcome> {
  const deliveries = await store.db.delivery.findMany({
    select: { id: true, letter: true, status: true, reason: true },
  });
  const letters = new Map(deliveries.map(({ id, letter }) => [id, letter]));
  const heard = book.read().map((entry) => {
    const letter = entry.deliveryId === null ? 'task.card.edit' : (letters.get(entry.deliveryId) ?? 'nobody knows');
    return { ...entry, letter, at: Date.parse(entry.at) };
  });
  const received = heard.map(toLine);
  const expected = coalitions.flatMap((coalition) => expectedOf(coalition, lifetime));
  const unsent = deliveries.filter(({ status }) => status !== 'sent');
  return {
    received: coalitions.map(({ index }) => countKinds(heard.filter(({ where }) => indexIn(where) === index))),
    wrong: [
      ...withoutThese(expected, received).map((line) => `never came: ${line}`),
      ...withoutThese(received, expected).map((line) => `unexpected: ${line}`),
      ...unsent.map((row) => `on record as ${Object.values(row).join(' ')}`),
    ],
  };
}

/** How many there are of each letter and kind of thing. */
function countKinds(heard: readonly { readonly letter: string; readonly about: string }[]): Counts {
  const kinds = Map.groupBy(heard, ({ letter, about }) => `${letter} ${about.replace(/ \d.*$/, '')}`);
  return Object.fromEntries([...kinds].map(([kind, same]) => [kind, same.length]));
}

/** The number of the coalition whose channel or account that is. */
function indexIn(where: string): number {
  return Number(where.replace(/^\D+/, ''));
}

/** What is left of lines when each of the others is taken away once. */
function withoutThese(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
