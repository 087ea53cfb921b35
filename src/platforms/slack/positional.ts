import type { KeyedValue } from './tokenise.ts';
import { fold, type OperationWords } from './vocabulary.ts';

/** `T-12`, `t12`, `T 12` or `12`. */
const reference = /^(?:[a-z]\s*\p{Dash}?\s*)?\d{1,9}(?=\s|$)/iu;
/** A mention as Slack sends it, one that was typed, or oneself. */
const person = /^(?:<@[A-Z0-9]+(?:\|[^<>]*)?>|(?:@\S+|me|yo|m[ií])(?=\s|$))/iu;

/**
 * Whose the words before the first key are. They are the first option's; where that is a reference, a person or a
 * choice and begins with one, it takes that alone, and the rest is the next option's that no key names. The last one
 * takes all that is left, and so does one that begins with nothing of its kind.
 */
export function readInOrder(words: OperationWords, before: string, keyed: readonly KeyedValue[]): KeyedValue[] {
  const keys = new Set(keyed.map(({ name }) => name));
  const unnamed = words.names.filter(
    (name, index) => !keys.has(name) || (index === 0 && takesAny(words, name, before)),
  );
  const open = unnamed.length > 0 ? unnamed : words.names.slice(0, 1);
  const found: KeyedValue[] = [];
  let rest = before;
  for (const [index, name] of open.entries()) {
    if (rest === '') break;
    const own = index === open.length - 1 ? rest : (findOwn(words, name, rest) ?? rest);
    found.push({ name, key: name, value: own });
    rest = rest.slice(own.length).trim();
  }
  return found;
}

/** Given by key as well, an option is named twice, unless what stands first can only be meant for the next. */
function takesAny(words: OperationWords, name: string, before: string): boolean {
  const isOfKind = words.references.has(name) || words.people.has(name) || words.choices.has(name);
  return words.names.length === 1 || !isOfKind || findOwn(words, name, before) !== null;
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
