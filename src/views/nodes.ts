import type { RichText } from '../core/rich-text.ts';
import type { Field, Node } from '../core/view.ts';

/** What a view is about. */
export const heading = (text: RichText): Node => ({ type: 'heading', text });

/** A sentence or two. */
export const paragraph = (text: RichText): Node => ({ type: 'text', text });

/** Small print. */
export const note = (text: RichText): Node => ({ type: 'note', text });

/** A list; nothing where it has no items. */
export const list = (items: readonly RichText[]): Node | false => items.length > 0 && { type: 'list', items };

/** What a fact is called, and what it is; null where there is nothing to say. */
export type LabelledValue = readonly [label: RichText, value: RichText | null];

/** Labels with their values, without those that have none. */
export function fields(...pairs: readonly LabelledValue[]): Node | false {
  const present = pairs.flatMap(([label, value]): Field[] => (value ? [{ label, value }] : []));
  return present.length > 0 && { type: 'fields', fields: present };
}
