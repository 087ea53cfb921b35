import { plain, type RichText, text } from '../core/rich-text.ts';

/** Things in a row as a sentence has them: "a, b and c", "a, b y c". */
export function showList(
  items: readonly RichText[],
  locale: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): RichText {
  const rest = [...items];
  return new Intl.ListFormat(locale, { type }).formatToParts(items.map(plain)).flatMap((part) => {
    // Elements come in their order; Spanish needs their words, as "y" becomes "e" before an i.
    return part.type === 'element' ? (rest.shift() ?? []) : text(part.value);
  });
}
