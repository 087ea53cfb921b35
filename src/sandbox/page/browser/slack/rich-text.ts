import type { Mark, Passage } from '../markup/marks.ts';
import type { SlackRichElement, SlackRichPart } from './payload.ts';

/** What a `rich_text` block says: <https://docs.slack.dev/reference/block-kit/blocks/rich-text-block>. */
export function toRichPassages(parts: readonly SlackRichPart[]): readonly Passage[] {
  return parts.map((part): Passage => {
    switch (part.type) {
      case 'rich_text_section':
        return { type: 'paragraph', marks: part.elements.map(toMark) };
      case 'rich_text_quote':
        return { type: 'quote', marks: part.elements.map(toMark) };
      case 'rich_text_preformatted':
        return { type: 'code-block', text: part.elements.map(toWords).join('') };
      case 'rich_text_list':
        return {
          type: 'list',
          ordered: part.style === 'ordered',
          items: part.elements.map(({ elements }) => elements.map(toMark)),
        };
      default:
        return part satisfies never;
    }
  });
}

/** An element with its style around it, from the inside out. */
function toMark(element: SlackRichElement): Mark {
  const { code, strike, italic, bold } = element.style ?? {};
  let mark: Mark = code ? { type: 'code', text: toWords(element) } : toPlainMark(element);
  if (strike) mark = { type: 'strike', children: [mark] };
  if (italic) mark = { type: 'italic', children: [mark] };
  if (bold) mark = { type: 'bold', children: [mark] };
  return mark;
}

function toPlainMark(element: SlackRichElement): Mark {
  switch (element.type) {
    case 'link':
      return /^(?:https?:\/\/|mailto:)/i.test(element.url)
        ? { type: 'link', url: element.url, children: [{ type: 'text', text: toWords(element) }] }
        : { type: 'text', text: toWords(element) };
    case 'user':
      return { type: 'person', id: element.user_id, label: '' };
    case 'channel':
      return { type: 'channel', id: element.channel_id, label: '' };
    case 'broadcast':
      return { type: 'callout', text: `@${element.range}` };
    case 'date':
      return { type: 'moment', at: element.timestamp, style: element.format, fallback: element.fallback ?? '' };
    default:
      return { type: 'text', text: toWords(element) };
  }
}

function toWords(element: SlackRichElement): string {
  if (element.type === 'text') return element.text;
  if (element.type === 'link') return element.text ?? element.url;
  return element.type === 'emoji' ? `:${element.name}:` : '';
}
