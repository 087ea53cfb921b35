/** The things that have a short reference, and the letter each goes by. */
export const referenceLetters = {
  task: 'T',
  conversation: 'C',
  checkin: 'K',
  resource: 'R',
  organisation: 'O',
  plan: 'P',
  goal: 'G',
  concern: 'N',
  reminder: 'M',
} as const;

/** A kind of thing that has a short reference. */
export type ReferenceKind = keyof typeof referenceLetters;

/** The short name of a thing within its coalition: `T-12`. */
export function formatReference(kind: ReferenceKind, number: number): string {
  return `${referenceLetters[kind]}-${number}`;
}

/**
 * Reads `T-12`, `t12`, `T 12` or just `12`; null where it is none, or of another kind.
 * Any Unicode dash counts, as phones put them in.
 */
export function parseReference(kind: ReferenceKind, raw: string): number | null {
  const match = /^(?:([a-z])\s*\p{Dash}?\s*)?(\d{1,9})$/iu.exec(raw.trim());
  if (!match) return null;
  const letter = match[1]?.toUpperCase();
  if (letter !== undefined && letter !== referenceLetters[kind]) return null;
  return Number(match[2]);
}

/** A conversation, or (by its number) one of the times at which it takes place. */
export interface OccurrenceReference {
  readonly number: number;
  /** Counts from 1 within its series; null for the conversation itself. */
  readonly occurrence: number | null;
}

/** The short name of a conversation, `C-3`, or of one of its times, `C-3.2`. */
export function formatOccurrence({ number, occurrence }: OccurrenceReference): string {
  const reference = formatReference('conversation', number);
  return occurrence === null ? reference : `${reference}.${occurrence}`;
}

/** Reads `C-3.2`, `c3.2` or what `parseReference` reads of a conversation; null where it is none. */
export function parseOccurrence(raw: string): OccurrenceReference | null {
  const [, name = '', occurrence] = /^(.*?)(?:\.(\d{1,4}))?$/s.exec(raw.trim()) ?? [];
  const number = parseReference('conversation', name);
  return number === null ? null : { number, occurrence: occurrence === undefined ? null : Number(occurrence) };
}

/** Letters and digits that cannot be taken for one another when read aloud or copied by hand. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code to hand to somebody, like `K7QF-2MXA`: 40 bits of chance from the system's own source. */
export function createCode(): string {
  const pick = () => codeAlphabet[randomBelow(codeAlphabet.length)];
  const half = () => Array.from({ length: 4 }, pick).join('');
  return `${half()}-${half()}`;
}

/** The code as it is stored, from what a person typed: case, spaces and dashes do not matter. Null where it is none. */
export function parseCode(raw: string): string | null {
  const letters = raw.toUpperCase().replace(/[\s\p{Dash}]/gu, '');
  if (letters.length !== 8 || [...letters].some((letter) => !codeAlphabet.includes(letter))) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function randomBelow(limit: number): number {
  const ceiling = 256 - (256 % limit);
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return byte < ceiling ? byte % limit : randomBelow(limit);
}
