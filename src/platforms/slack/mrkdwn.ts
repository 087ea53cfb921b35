import type { RichText, Span } from '../../core/rich-text.ts';
import { type Audience, accountHere } from './audience.ts';
import { dateFormats, seconds } from './dates.ts';
import { escapeMarkup } from './escape.ts';

/**
 * The text in Slack's own markup, or null where that would change its words: for `*`, `_`, `~`, backticks, quotes and
 * `:emoji:` there is no escape.
 */
export function toMrkdwn(rich: RichText, audience: Audience): string | null {
  const spans = rich.map((span) => spanToMrkdwn(span, audience));
  return spans.includes(null) ? null : spans.join('');
}

function spanToMrkdwn(span: Span, audience: Audience): string | null {
  switch (span.type) {
    case 'text':
      return literal(span.text);
    case 'bold':
      return wrap('*', toMrkdwn(span.children, audience));
    case 'code':
      return wrap('`', span.text.includes('`') ? null : escapeMarkup(span.text));
    case 'link': {
      const label = literal(span.text);
      return label === null || /[|<>\s]/.test(span.url) ? null : `<${escapeMarkup(span.url)}|${label}>`;
    }
    case 'mention': {
      const accountId = accountHere(span.member, audience);
      return accountId === null ? wrap('*', literal(span.member.name)) : `<@${accountId}>`;
    }
    case 'time': {
      const fallback = span.fallback.replaceAll('|', '/');
      return `<!date^${seconds(span.at)}^${dateFormats[span.style]}|${escapeMarkup(fallback)}>`;
    }
    default:
      return span satisfies never;
  }
}

function literal(words: string): string | null {
  return /[*_~`]|:[\p{L}\d_+-]+:|^\s*>/mu.test(words) ? null : escapeMarkup(words);
}

/** Slack sees a mark only next to a letter: around anything that begins or ends otherwise it stays off. */
function wrap(mark: string, words: string | null): string | null {
  return words === null || words.trim() !== words || words === '' || words.includes('\n') ? null : mark + words + mark;
}
