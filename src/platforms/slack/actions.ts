import type { types } from '@slack/bolt';
import { cut } from '../../core/cut.ts';
import { plain, type RichText } from '../../core/rich-text.ts';
import type { Action, SelectOption } from '../../core/view.ts';
import { toButtonId, toSelectId } from './controls.ts';
import { limits } from './limits.ts';

type Control = types.Button | types.StaticSelect;

/**
 * Controls in rows. One that is there twice is shown once: Slack tells them apart by what they do. `about` is what
 * they belong to: a screen reader that goes from button to button says it too, as every card has the same ones.
 */
export function toActionsBlocks(actions: readonly Action[], about: RichText): types.ActionsBlock[] {
  const drawn = actions.map((action) => toControl(action, about));
  const controls = withoutRepeated(drawn.filter((control) => control !== null));
  const rows = Math.ceil(controls.length / limits.actions.elements);
  return Array.from({ length: rows }, (_, row) => ({
    type: 'actions',
    elements: controls.slice(row * limits.actions.elements, (row + 1) * limits.actions.elements),
  }));
}

function withoutRepeated(controls: readonly Control[]): Control[] {
  const seen = new Set<string>();
  return controls.filter(({ action_id: id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

function toControl(action: Action, about: RichText): Control | null {
  switch (action.type) {
    case 'button':
      return {
        type: 'button',
        text: plainText(action.label, limits.button.text),
        ...named(action.label, about),
        ...toButtonId(action.press),
        ...(action.tone && { style: action.tone }),
      };
    case 'link':
      return {
        type: 'button',
        text: plainText(action.label, limits.button.text),
        ...named(action.label, about),
        url: action.url,
      };
    case 'select':
      return action.options.length === 0
        ? null
        : {
            type: 'static_select',
            placeholder: plainText(action.label, limits.select.placeholder),
            action_id: toSelectId(action.press, action.fills),
            options: toOptions(action.options),
          };
    default:
      return action satisfies never;
  }
}

/** "Done: T-12 · Call the food bank": what is seen comes first, for those who speak to their device. */
function named(label: RichText, about: RichText): { accessibility_label?: string } {
  const [seen, of] = [label, about].map((rich) => plain(rich).replace(/\s+/gu, ' ').trim());
  return seen && of ? { accessibility_label: cut(`${seen}: ${of}`, limits.button.accessibilityLabel) } : {};
}

/** What can be chosen, as far as Slack takes it: the first hundred. */
export function toOptions(options: readonly SelectOption[]): types.PlainTextOption[] {
  return options.slice(0, limits.select.options).map(({ label, value }) => {
    if (value.length > limits.select.optionValue) throw new RangeError(`option value too long for Slack: ${value}`);
    return { text: plainText(label, limits.select.optionText), value };
  });
}

/** Words without markup, never empty. */
export function plainText(rich: RichText, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(plain(rich).replace(/\s+/gu, ' ').trim(), limit) || '…' };
}
