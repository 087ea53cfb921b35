/** A `key:value`, as it was typed. */
export interface KeyedValue {
  /** The option that the key means. */
  readonly name: string;
  /** The key as it was typed. */
  readonly key: string;
  readonly value: string;
}

export interface Tokens {
  /** What stands before the first key. */
  readonly first: string;
  readonly keyed: readonly KeyedValue[];
  /** Words that look like keys (`word:value`) and are none here. They stay part of the value they stand in. */
  readonly unknownKeys: readonly string[];
}

interface Key {
  readonly name: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Opening quotes and what closes them. */
const quotes: Readonly<Record<string, string>> = { '"': '"”', '“': '”"', '”': '”', '„': '“”', '«': '»' };

/** A word that could be a key, at the place it is looked for. */
const keyPattern = /([\p{L}_][\p{L}\p{M}_-]*):/uy;

/** What follows the colon of something else: nothing at all, a web address, the end of an `:emoji:`. */
const notAValue = /^(?:\s|$|\/\/|[\p{L}\d_+-]+:(?:\s|$))/u;

/** Addresses that need no `//`. */
const schemes = new Set(['mailto', 'tel', 'sms', 'xmpp', 'geo']);

/**
 * Takes the words after a subcommand apart: everything up to the first known `key:` is the first option, a value runs
 * up to the next known key. Quotes hold together what they enclose and go where they enclose a whole value. A key
 * stands at the start of a word, so that hours and addresses are none. Never throws.
 */
export function tokenise(words: string, findKey: (word: string) => string | null): Tokens {
  const { keys, unknownKeys } = findKeys(words, findKey);
  const valueAfter = (index: number) => unquote(words.slice(keys[index]?.end ?? 0, keys[index + 1]?.start));
  return {
    first: unquote(words.slice(0, keys[0]?.start)),
    keyed: keys.map(({ name, word }, index) => ({ name, key: word, value: valueAfter(index) })),
    unknownKeys,
  };
}

function findKeys(words: string, findKey: (word: string) => string | null) {
  const keys: Key[] = [];
  const unknownKeys: string[] = [];
  let start = nextWord(words, 0);
  while (start < words.length) {
    const word = keyAt(words, start);
    const name = word === null ? null : findKey(word);
    const end = start + (word?.length ?? 0) + 1;
    if (word !== null && name !== null) keys.push({ name, word, start, end });
    else if (word !== null && !schemes.has(word) && !notAValue.test(words.slice(end))) unknownKeys.push(word);
    start = nextWord(words, name === null ? endOfWord(words, start) : endOfWord(words, end));
  }
  return { keys, unknownKeys };
}

function keyAt(words: string, start: number): string | null {
  keyPattern.lastIndex = start;
  return keyPattern.exec(words)?.[1] ?? null;
}

/** Where the word that starts there ends; what is quoted counts as one word. */
function endOfWord(words: string, start: number): number {
  const closing = closingQuote(words, start);
  if (closing !== null) return closing + 1;
  const space = words.slice(start).search(/\s/u);
  return space < 0 ? words.length : start + space;
}

function nextWord(words: string, from: number): number {
  const next = words.slice(from).search(/\S/u);
  return next < 0 ? words.length : from + next;
}

/** Where the quote that opens there closes: at the end of a word. Null where none opens, or it stays open. */
function closingQuote(words: string, start: number): number | null {
  const closers = quotes[words[start] ?? ''];
  if (closers === undefined) return null;
  for (let at = start + 1; at < words.length; at++) {
    if (closers.includes(words[at] ?? '') && /^(?:\s|$)/u.test(words.slice(at + 1, at + 2))) return at;
  }
  return null;
}

function unquote(raw: string): string {
  const value = raw.trim();
  return closingQuote(value, 0) === value.length - 1 ? value.slice(1, -1) : value;
}
