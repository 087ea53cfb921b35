import type { SandboxMessage } from '../../src/sandbox/contract.ts';

const wordKeys = new Set(['text', 'content', 'label', 'user_id', 'url', 'fallback']);

/** All words that a message shows, of whichever platform, in their order, without marks of bold or escaping. */
export function wordsOf({ payload }: Pick<SandboxMessage, 'payload'>): string {
  const shown = 'blocks' in payload ? payload.blocks : [payload.content, payload.components, payload.embeds];
  return stringsIn(shown)
    .join(' ')
    .replace(/\\|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:.,)])/g, '');
}

function stringsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => (typeof each === 'string' ? [each] : stringsIn(each)));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'string') return wordKeys.has(key) ? [value] : [];
    return stringsIn(value);
  });
}

/** The id of the button of that label, or of the select that asks so; undefined where there is none. */
export function findControl(node: unknown, label: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { action_id, custom_id, text, placeholder, label: name } = node as Record<string, unknown>;
  const id = action_id ?? custom_id;
  const shown = [name, text, placeholder].map((words) => (words as { text?: string } | undefined)?.text ?? words);
  if (typeof id === 'string' && shown.includes(label)) return id;
  for (const child of Object.values(node)) {
    const found = findControl(child, label);
    if (found) return found;
  }
  return undefined;
}
