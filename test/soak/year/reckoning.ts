import type { Store } from '../../../src/store/open.ts';
import type { Book } from './book.ts';
import type { YearCoalition } from './coalition.ts';
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
  const received = book.read().map((entry) => {
    const letter = entry.deliveryId === null ? 'task.card.edit' : (letters.get(entry.deliveryId) ?? 'nobody knows');
    return toLine({ ...entry, letter, at: Date.parse(entry.at) });
  });
  const expected = coalitions.flatMap((coalition) => expectedOf(coalition, lifetime));
  const unsent = deliveries.filter(({ status }) => status !== 'sent');
  return {
    received: received.length,
    wrong: [
      ...withoutThese(expected, received).map((line) => `never came: ${line}`),
      ...withoutThese(received, expected).map((line) => `unexpected: ${line}`),
      ...unsent.map((row) => `on record as ${Object.values(row).join(' ')}`),
    ],
  };
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
