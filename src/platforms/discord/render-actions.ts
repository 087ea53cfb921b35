import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { cut } from '../../core/cut.ts';
import { plain, type RichText } from '../../core/rich-text.ts';
import type { Action, Press, SelectOption } from '../../core/view.ts';
import { type Control, toControlId } from './control-ids.ts';
import type { KeptInput } from './kept-inputs.ts';
import { limits } from './limits.ts';
import { isBlank, toAddress } from './markup.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

type Select = Extract<Action, { type: 'select' }>;

/** A button of Discord's own: opens the form of `press` again, with its input filled in. */
export interface Mending {
  readonly type: 'mend';
  readonly label: RichText;
  readonly press: Press;
}

/**
 * Writes the rows of one message. A button has no name for screen readers besides its label on Discord, so the buttons
 * of two cards are told apart by the text above them alone. It remembers the ids given out so far: no two controls of a message may share one,
 * even where they do the same.
 */
export function createRows() {
  const times = new Map<string, number>();
  const kept: KeptInput[] = [];

  const identify = (control: Control): string => {
    const { customId } = toControlId(control);
    const ordinal = times.get(customId) ?? 0;
    times.set(customId, ordinal + 1);
    const id = toControlId(ordinal === 0 ? control : { ...control, ordinal });
    if (id.kept) kept.push(id.kept);
    return id.customId;
  };

  const toRows = (actions: readonly (Action | Mending)[]): Row[] => {
    const rows: Row[] = [];
    for (const action of actions) {
      if (action.type === 'select') {
        const select = toSelect(action, identify);
        if (select) rows.push({ type: ComponentType.ActionRow, components: [select] });
        continue;
      }
      const button = toButton(action, identify);
      const last = rows.at(-1);
      if (!button) continue;
      if (last && hasRoom(last)) last.components.push(button);
      else rows.push({ type: ComponentType.ActionRow, components: [button] });
    }
    return rows;
  };

  return { toRows, kept };
}

function hasRoom({ components }: Row): boolean {
  return components[0]?.type === ComponentType.Button && components.length < limits.row.buttons;
}

const styles = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const;

function toButton(
  action: Exclude<Action, Select> | Mending,
  identify: (control: Control) => string,
): APIButtonComponent | null {
  const label = toLabel(action.label, limits.button.label) || '…';
  if (action.type === 'mend') {
    const customId = identify({ press: action.press, opensForm: true });
    return { type: ComponentType.Button, style: ButtonStyle.Primary, label, custom_id: customId };
  }
  if (action.type === 'button') {
    const style = styles[action.tone ?? 'plain'];
    return { type: ComponentType.Button, style, label, custom_id: identify({ press: action.press }) };
  }
  // Cut, an address would lead elsewhere.
  const url = toAddress(action.url);
  if (!url || url.length > limits.button.url) return null;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** Null where there is nothing to choose from. Beyond 25 options Discord takes none: views page before that. */
function toSelect(select: Select, identify: (control: Control) => string): APIStringSelectComponent | null {
  const options = toSelectOptions(select.options);
  const placeholder = toLabel(select.label, limits.select.placeholder);
  if (options.length === 0) return null;
  return {
    type: ComponentType.StringSelect,
    custom_id: identify({ press: select.press, fills: select.fills }),
    ...(placeholder && { placeholder }),
    options,
  };
}

/** The options that Discord takes: values once each, and none cut, as a cut value would mean something else. */
export function toSelectOptions(options: readonly SelectOption[], chosen?: string) {
  return options
    .filter(({ value }) => value !== '' && value.length <= limits.select.optionValue)
    .filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index)
    .slice(0, limits.select.options)
    .map(({ label, value }) => ({
      label: toLabel(label, limits.select.optionLabel) || value,
      value,
      ...(value === chosen && { default: true }),
    }));
}

/** Words without markup for a place that shows them as they are; empty where nothing of them can be seen. */
export function toLabel(rich: RichText, max: number): string {
  const words = plain(rich).toWellFormed().replace(/\s+/gu, ' ').trim();
  return isBlank(words) ? '' : cut(words, max);
}
