const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const ellipsis = '…';

/**
 * The words as far as they fit into `limit` UTF-16 units (never fewer than Slack counts), with `…` where something is
 * missing. Never cuts within what a reader sees as one character, unless that alone is too long. `size` is what a
 * character takes, where it is written differently from how it is read.
 */
export function cut(words: string, limit: number, size: (part: string) => number = (part) => part.length): string {
  if (size(words) <= limit) return words;
  if (limit < ellipsis.length) return '';
  const kept = fitting(graphemesOf(words), limit - ellipsis.length, size);
  const parts = kept === '' ? fitting(words, limit - ellipsis.length, size) : kept;
  return parts.trimEnd() + ellipsis;
}

function fitting(parts: Iterable<string>, limit: number, size: (part: string) => number): string {
  let kept = '';
  let used = 0;
  for (const part of parts) {
    used += size(part);
    if (used > limit) break;
    kept += part;
  }
  return kept;
}

function* graphemesOf(words: string): Iterable<string> {
  for (const { segment } of segmenter.segment(words)) yield segment;
}
