import { plain, type RichText, type Span, text } from './rich-text.ts';

const ellipsis = '…';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How long a text is for whoever sets the limit: at least 1 for each code point. Without another, UTF-16 units, which
 * are never fewer than characters.
 */
export type LengthOf = (text: string) => number;

const unitsOf: LengthOf = (words) => words.length;

/**
 * The text within `max`; what is shortened ends in `…` and never in half a character, unless the first is too long by
 * itself. Empty where not even `…` fits.
 */
export function cut(words: string, max: number, lengthOf: LengthOf = unitsOf): string {
  if (lengthOf(words) <= max) return words;
  if (lengthOf(ellipsis) > max) return '';
  const fits = (start: string) => lengthOf(start) <= max;
  // More than these units, two of which can be one code point, never fit: a whole book is not split for its title.
  const beginning = words.slice(0, 2 * max + 2);
  return findStart(splitCharacters(beginning), fits) ?? findStart([...beginning], fits) ?? ellipsis;
}

/** The longest start of these parts that fits together with `…`; null where not even the first does. */
function findStart(parts: readonly string[], fits: (start: string) => boolean): string | null {
  const start = (count: number) => `${parts.slice(0, count).join('').trimEnd()}${ellipsis}`;
  const count = greatest(parts.length, (candidate) => fits(start(candidate)));
  return count === 0 ? null : start(count);
}

/**
 * As much of a rich text as `fits`; what is shortened ends in `…`. Mentions, moments and code stay whole or go. Its
 * longest words give way first, so that a long title does not push out who does it and when; if that is not enough, the
 * end goes. Empty where not even `…` fits.
 */
export function cutRich(rich: RichText, fits: (rich: RichText) => boolean): RichText {
  if (fits(rich)) return rich;
  return shortenLongest(rich, fits) ?? shortenEnd(rich, fits);
}

/** Null where it does not fit without its longest words either. */
function shortenLongest(rich: RichText, fits: (rich: RichText) => boolean): RichText | null {
  const lengths = rich.map((span) => (span.type === 'text' ? span.text.length : 0));
  const longest = lengths.indexOf(Math.max(...lengths));
  const span = rich[longest];
  if (span?.type !== 'text') return null;
  const characters = splitCharacters(span.text);
  const start = (count: number) => {
    const shortened = characters.slice(0, count).join('').trimEnd() + ellipsis;
    return rich.with(longest, { type: 'text', text: shortened });
  };
  const best = start(greatest(characters.length - 1, (candidate) => fits(start(candidate))));
  return fits(best) ? best : null;
}

function shortenEnd(rich: RichText, fits: (rich: RichText) => boolean): RichText {
  const start = (count: number) => [...take(rich, count), ...text(ellipsis)];
  const count = greatest(sizeOf(rich), (candidate) => fits(start(candidate)));
  return fits(start(count)) ? start(count) : [];
}

/** The characters of a text as a reader sees them. */
export function splitCharacters(words: string): string[] {
  return Array.from(graphemes.segment(words), ({ segment }) => segment);
}

/** The greatest count up to `limit` that is still right; 0 where none is. Right must not turn right again after wrong. */
function greatest(limit: number, isRight: (count: number) => boolean): number {
  let right = 0;
  let wrong = limit + 1;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (isRight(middle)) right = middle;
    else wrong = middle;
  }
  return right;
}

function sizeOf(rich: RichText): number {
  return rich.reduce((sum, span) => sum + sizeOfSpan(span), 0);
}

function sizeOfSpan(span: Span): number {
  if (span.type === 'text') return splitCharacters(span.text).length;
  return span.type === 'bold' ? sizeOf(span.children) : 1;
}

/** The first `count` characters, where a span that cannot be shortened counts as one. */
function take(rich: RichText, count: number): RichText {
  const taken: Span[] = [];
  let left = count;
  for (const span of rich) {
    if (left <= 0) break;
    taken.push(takeOfSpan(span, left));
    left -= sizeOfSpan(span);
  }
  return taken.filter((span) => plain([span]) !== '');
}

function takeOfSpan(span: Span, count: number): Span {
  if (span.type === 'bold') return { type: 'bold', children: take(span.children, count) };
  if (span.type !== 'text') return span;
  return { type: 'text', text: splitCharacters(span.text).slice(0, count).join('') };
}
