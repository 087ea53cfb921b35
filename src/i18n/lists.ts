import type { RichText } from '../core/rich-text.ts';

/** Things in a row as a sentence has them: "a, b and c", "a, b y c". */
export function showList(
  items: readonly RichText[],
  locale: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): RichText {
  const places = items.map((_, index) => String(index));
  return new Intl.ListFormat(locale, { type }).formatToParts(places).flatMap((part): RichText => {
    if (part.type === 'element') return items[Number(part.value)] ?? [];
    return [{ type: 'text', text: part.value }];
  });
}
