import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs';
import type { PlatformName } from '../../../src/core/rich-text.ts';

/** One thing that a platform received. */
export interface Entry {
  /** The moment by the clock of the year, as ISO 8601. */
  readonly at: string;
  readonly platform: PlatformName;
  /** The channel; of a direct conversation the account. */
  readonly where: string;
  /** Null for an edit, which carries none. */
  readonly deliveryId: string | null;
  /** The things of which it speaks, as `weekly 17`. */
  readonly about: string;
}

/** What platforms received, in a file: kept in memory, it would look like a leak. */
export interface Book extends Disposable {
  readonly note: (entry: Entry) => void;
  readonly read: () => Entry[];
}

export function openBook(file: string): Book {
  const descriptor = openSync(file, 'a');
  return {
    note: (entry) => appendFileSync(descriptor, `${JSON.stringify(entry)}\n`),
    read: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Entry),
    [Symbol.dispose]: () => closeSync(descriptor),
  };
}
