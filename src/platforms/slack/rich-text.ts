import type { types } from '@slack/bolt';
import { cut } from '../../core/cut.ts';
import type { RichText, Span } from '../../core/rich-text.ts';
import { type Audience, accountHere } from './audience.ts';
import { dateFormats, seconds } from './dates.ts';

type Element = types.RichTextElement;
type Style = { readonly bold?: true; readonly code?: true };

/** How many UTF-16 units of words are left to a message; writing takes from it. */
export interface Budget {
  left: number;
}

/**
 * Text as the elements of a `rich_text` block. Not as `mrkdwn`, since that has no escape for `*`, `_`, `~` and
 * backticks, and its mentions are words: in these elements a text is never read as anything but itself, so what people
 * wrote arrives as they wrote it and mentions nobody.
 */
export function toElements(rich: RichText, audience: Audience, budget: Budget): Element[] {
  return rich.flatMap((span) => spanToElements(span, audience, budget, {}));
}

function spanToElements(span: Span, audience: Audience, budget: Budget, style: Style): Element[] {
  if (budget.left <= 0) return [];
  switch (span.type) {
    case 'text':
      return words(take(span.text, budget), style);
    case 'bold':
      return span.children.flatMap((child) => spanToElements(child, audience, budget, { ...style, bold: true }));
    case 'code':
      return words(take(span.text, budget), { ...style, code: true });
    case 'link': {
      const label = take(span.text, budget);
      return label === '' ? [] : [{ type: 'link', url: span.url, text: label, ...styled(style) }];
    }
    case 'mention': {
      const accountId = accountHere(span.member, audience);
      const name = take(span.member.name, budget);
      return accountId === null
        ? words(name, { ...style, bold: true })
        : [{ type: 'user', user_id: accountId, ...styled(style) }];
    }
    case 'time': {
      const fallback = take(span.fallback, budget);
      const date = { timestamp: seconds(span.at), format: dateFormats[span.style], fallback };
      return [{ type: 'date', ...date, ...styled(style) }];
    }
    default:
      return span satisfies never;
  }
}

function words(value: string, style: Style): Element[] {
  return value === '' ? [] : [{ type: 'text', text: value, ...styled(style) }];
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length > 0 ? { style } : {};
}

function take(value: string, budget: Budget): string {
  const taken = cut(value, budget.left);
  budget.left -= taken === value ? value.length : budget.left;
  return taken;
}
