import { optionsOf } from '../blocks/elements.ts';
import { type Dict, isDict } from '../blocks/judge.ts';

/** What a person put into an element, as `state.values` and an action show it; its `type` aside. */
type ToValue = (element: Dict, values: readonly string[]) => Dict;

const oneOption: ToValue = (element, [value]) => ({
  selected_option: value === undefined ? null : findOption(element, value),
});
const severalOptions: ToValue = (element, values) => ({
  selected_options: values.map((value) => findOption(element, value)),
});
const one =
  (name: string): ToValue =>
  (_, [value]) => ({ [name]: value ?? null });
const several =
  (name: string): ToValue =>
  (_, values) => ({ [name]: values });

/** By the element's type. A button has a value of its own and is not among them. */
const toValue: Readonly<Record<string, ToValue>> = {
  plain_text_input: one('value'),
  email_text_input: one('value'),
  url_text_input: one('value'),
  number_input: one('value'),
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  overflow: oneOption,
  multi_static_select: severalOptions,
  multi_external_select: severalOptions,
  checkboxes: severalOptions,
  users_select: one('selected_user'),
  channels_select: one('selected_channel'),
  conversations_select: one('selected_conversation'),
  multi_users_select: several('selected_users'),
  multi_channels_select: several('selected_channels'),
  multi_conversations_select: several('selected_conversations'),
  datepicker: one('selected_date'),
  timepicker: one('selected_time'),
  datetimepicker: (_, [value]) => ({ selected_date_time: value === undefined ? null : Number(value) }),
};

/** Whether a person's choice or words stand in this element. */
export function holdsValue(element: Dict): boolean {
  return Object.hasOwn(toValue, String(element.type));
}

/** The element's entry in `state.values`. Throws `UnknownOption` where a value is not offered. */
export function toStateEntry(element: Dict, values: readonly string[]): Dict {
  const type = String(element.type);
  return { type, ...toValue[type]?.(element, values) };
}

/** What stands in the element before a person touches it. */
export function initialValues(element: Dict): readonly string[] {
  const { initial_option: option, initial_options: options } = element;
  const chosen = [option, ...(Array.isArray(options) ? options : [])].filter(isDict).map((each) => String(each.value));
  if (chosen.length > 0) return chosen;
  const [, initial] = Object.entries(element).find(([name]) => name.startsWith('initial_')) ?? [];
  if (initial === undefined || initial === '') return [];
  return Array.isArray(initial) ? initial.map(String) : [String(initial)];
}

/** A value that none of the element's options has. */
export class UnknownOption extends Error {}

// The options of an external select are the bot's own: Slack cannot judge a value, and shows it as its label here.
function findOption(element: Dict, value: string): Dict {
  const option = [...optionsOf(element), element.initial_option].filter(isDict).find((each) => each.value === value);
  if (option) return option;
  if (String(element.type).endsWith('external_select')) return toExternalOption(value);
  throw new UnknownOption(`none of the options has the value ${value}`);
}

function toExternalOption(value: string): Dict {
  return { text: { type: 'plain_text', text: value, emoji: true }, value };
}
