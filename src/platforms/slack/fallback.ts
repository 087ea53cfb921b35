import { cut } from '../../core/cut.ts';
import { plain, type RichText } from '../../core/rich-text.ts';
import type { Node, View } from '../../core/view.ts';
import { escapeMarkup } from './escape.ts';
import { limits } from './limits.ts';

/** The whole view in words, for notifications, screen readers and old clients. Never empty, mentions nobody. */
export function toFallback(view: View): string {
  const words = cut(toPlainText(view), limits.message.text, (shown) => escapeMarkup(shown).length);
  return escapeMarkup(words) || '…';
}

/** The words of a view, a line for each thing, as they are. */
export function toPlainText({ nodes }: View): string {
  return nodes
    .flatMap(toLines)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function toLines(node: Node): readonly string[] {
  switch (node.type) {
    case 'heading':
    case 'text':
    case 'note':
      return [plain(node.text)];
    case 'fields':
      return node.fields.map(({ label, value }) => joined([label, value]));
    case 'list':
      return node.items.map((item) => (plain(item).trim() === '' ? '' : `• ${plain(item)}`));
    case 'actions':
      return [
        node.actions
          .map(({ label }) => plain(label).trim())
          .filter(Boolean)
          .map(bracketed)
          .join(' '),
      ];
    case 'divider':
      return [];
    default:
      return node satisfies never;
  }
}

/** As a control is written where it cannot be drawn: Slack's screen readers read this text and not the blocks. */
function bracketed(label: string): string {
  return `[${label}]`;
}

function joined(parts: readonly RichText[]): string {
  return parts
    .map(plain)
    .filter((words) => words.trim() !== '')
    .join(': ');
}
