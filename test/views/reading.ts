import { plain, type RichText } from '../../src/core/rich-text.ts';
import type { Action, Node, View } from '../../src/core/view.ts';

/** A view as words, a line a thing, as somebody hears it read out. */
export function wordsOf({ nodes }: View): string {
  return nodes.flatMap(linesOf).join('\n');
}

/** Every control of a view. */
export function actionsOf({ nodes }: View): readonly Action[] {
  return nodes.flatMap((node) => (node.type === 'actions' ? node.actions : []));
}

/** What the buttons of a view do, by their labels. */
export function buttonsOf(view: View): Readonly<Record<string, unknown>> {
  const pressed = actionsOf(view).flatMap((action) => (action.type === 'button' ? [action] : []));
  return Object.fromEntries(pressed.map(({ label, press }) => [plain(label), press]));
}

function linesOf(node: Node): readonly string[] {
  switch (node.type) {
    case 'heading':
      return [`# ${plain(node.text)}`];
    case 'text':
    case 'note':
      return [plain(node.text)];
    case 'fields':
      return node.fields.map(({ label, value }) => `${plain(label)}: ${plain(value)}`);
    case 'list':
      return node.items.map((item: RichText) => `- ${plain(item)}`);
    case 'divider':
      return ['---'];
    case 'actions':
      return [node.actions.map(({ label }) => `[${plain(label)}]`).join(' ')];
    default:
      return node satisfies never;
  }
}
