import type { KeyedValue } from './tokenise.ts';
import { fold, type OperationWords } from './vocabulary.ts';

/** `T-12`, `t12`, `T 12` or `12`; `C-3.2` for one time of a series. */
const reference = /^(?:[a-z]\s*\p{Dash}?\s*)?\d{1,9}(?:\.\d{1,4})?(?=\s|$)/iu;
/** A mention as Slack sends it, one that was typed, or oneself. */
const person = /^(?:<@[A-Z0-9]+(?:\|[^<>]*)?>|(?:@\S+|me|yo|m[ií])(?=\s|$))/iu;

/**
 * Whose the words before the first key are. They are the first option's; where that is a reference, a person or a
 * choice and begins with one, it takes that alone, and the rest is the next option's that no key names. What begins
 * with something that only a later one can be is that one's (`/task list @sam`). The last one takes all that is left,
 * and so does one that begins with nothing of its kind.
 */
export function readInOrder(words: OperationWords, before: string, keyed: readonly KeyedValue[]): KeyedValue[] {
  const keys = new Set(keyed.map(({ name }) => name));
  const unnamed = words.names.filter(
    (name, index) => !keys.has(name) || (index === 0 && takesAny(words, name, before)),
  );
  const open = unnamed.length > 0 ? unnamed : words.names.slice(0, 1);
  return shareOut(words, open, before);
}

function shareOut(words: OperationWords, open: readonly string[], rest: string): KeyedValue[] {
  const [first, ...others] = open;
  if (first === undefined || rest === '') return [];
  if (others.length === 0) return [toValue(first, rest)];
  const name = findMeant(words, first, others, rest) ?? first;
  const own = findOwn(words, name, rest) ?? rest;
  const left = open.filter((other) => other !== name);
  return [toValue(name, own), ...shareOut(words, left, rest.slice(own.length).trim())];
}

/** Which option the words begin with: one of the others only where the first cannot be it. */
function findMeant(words: OperationWords, first: string, others: readonly string[], rest: string): string | undefined {
  if (!isOfKind(words, first) || findOwn(words, first, rest) !== null) return first;
  // A person may be called like one of the choices.
  const mayBe = (name: string) => !(words.people.has(first) && words.choices.has(name));
  return others.find((name) => mayBe(name) && findOwn(words, name, rest) !== null);
}

function toValue(name: string, value: string): KeyedValue {
  return { name, key: name, value };
}

/** Given by key as well, an option is named twice, unless what stands first can only be meant for the next. */
function takesAny(words: OperationWords, name: string, before: string): boolean {
  return words.names.length === 1 || !isOfKind(words, name) || findOwn(words, name, before) !== null;
}

function isOfKind({ references, people, choices }: OperationWords, name: string): boolean {
  return references.has(name) || people.has(name) || choices.has(name);
}

/** The words at the beginning that are a reference, a person or a choice, as the option wants; null where none are. */
function findOwn({ references, people, choices }: OperationWords, name: string, words: string): string | null {
  if (references.has(name)) return reference.exec(words)?.[0] ?? null;
  if (people.has(name)) return person.exec(words)?.[0] ?? null;
  const labels = choices.get(name);
  return labels ? findLabel(words, labels) : null;
}

/** The longest beginning that is a label: some are of several words. */
function findLabel(words: string, labels: ReadonlyMap<string, string>): string | null {
  const ends = [...words.matchAll(/\S(?=\s|$)/gu)].map(({ index }) => index + 1);
  const end = ends.findLast((candidate) => labels.has(fold(words.slice(0, candidate))));
  return end === undefined ? null : words.slice(0, end);
}
