import { limits } from '../limits.ts';
import {
  all,
  boolean,
  type Dict,
  integer,
  isDict,
  type Judge,
  list,
  oneOf,
  refuse,
  shape,
  string,
  stringOrEmpty,
} from './judge.ts';
import { anyText, confirmation, plainText } from './text-objects.ts';

const id = string(limits.id);
const placeholder = plainText(limits.placeholder);
const asked = { action_id: id, confirm: confirmation, focus_on_load: boolean };
const strings = list(0, limits.selectOptions, string(limits.id));

function option(text: (max: number) => Judge, more: Readonly<Record<string, Judge>> = {}): Judge {
  return shape(
    { text: text(limits.optionText), value: string(limits.optionValue) },
    { description: text(limits.optionText), ...more },
  );
}

const plainOption = option(plainText);
const richOption = option(anyText);

/** One option of a select, as answers to `block_suggestion` carry them too. */
export const optionList: Judge = list(1, limits.selectOptions, plainOption);

const optionGroups = list(
  1,
  limits.selectOptions,
  shape({ label: plainText(limits.optionGroupLabel), options: optionList }, {}),
);

const hasOptions: Judge = (value, at, reasons) => {
  if (isDict(value) && (value.options === undefined) === (value.option_groups === undefined)) {
    refuse(reasons, 'must provide either options or option_groups', at);
  }
};

/** What is chosen at first must be one of the options, down to the last letter. */
const choosesAmongOptions: Judge = (value, at, reasons) => {
  if (!isDict(value)) return;
  const offered = optionsOf(value).map((each) => JSON.stringify(each));
  const chosen = value.initial_options ?? (value.initial_option ? [value.initial_option] : []);
  if (!Array.isArray(chosen)) return;
  for (const each of chosen) {
    if (!offered.includes(JSON.stringify(each))) refuse(reasons, 'the initial option is none of the options', at);
  }
};

/** All options of a select, grouped or not. */
export function optionsOf(element: Dict): readonly Dict[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [element];
  return groups.filter(isDict).flatMap((group) => (Array.isArray(group.options) ? group.options.filter(isDict) : []));
}

const choices = { ...asked, options: list(1, limits.choiceOptions, richOption) };
const several = { max_selected_items: integer(1, limits.selectOptions) };
const conversationFilter = shape(
  {},
  {
    include: list(1, 4, oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const conversations = {
  ...asked,
  placeholder,
  default_to_current_conversation: boolean,
  response_url_enabled: boolean,
  filter: conversationFilter,
};

const button = shape(
  { text: plainText(limits.buttonText) },
  {
    action_id: id,
    url: string(limits.url),
    value: string(limits.buttonValue),
    style: oneOf('primary', 'danger'),
    confirm: confirmation,
    accessibility_label: string(limits.accessibilityLabel),
  },
);

const image = shape(
  { image_url: string(limits.url), alt_text: string(limits.altText) },
  { action_id: id, image_width: integer(1, 1e5), image_height: integer(1, 1e5), image_bytes: integer(1, 1e9) },
);

/** One of a list, or of a few: everything that is offered with its options. */
const choosing: Readonly<Record<string, Judge>> = {
  static_select: all(
    shape({}, { ...asked, placeholder, options: optionList, option_groups: optionGroups, initial_option: plainOption }),
    hasOptions,
    choosesAmongOptions,
  ),
  external_select: shape({}, { ...asked, placeholder, min_query_length: integer(0, 255), initial_option: plainOption }),
  users_select: shape({}, { ...asked, placeholder, initial_user: id }),
  conversations_select: shape({}, { ...conversations, initial_conversation: id }),
  channels_select: shape({}, { ...asked, placeholder, initial_channel: id, response_url_enabled: boolean }),
  multi_static_select: all(
    shape(
      {},
      {
        ...asked,
        ...several,
        placeholder,
        options: optionList,
        option_groups: optionGroups,
        initial_options: optionList,
      },
    ),
    hasOptions,
    choosesAmongOptions,
  ),
  multi_external_select: shape(
    {},
    { ...asked, ...several, placeholder, min_query_length: integer(0, 255), initial_options: optionList },
  ),
  multi_users_select: shape({}, { ...asked, ...several, placeholder, initial_users: strings }),
  multi_conversations_select: shape({}, { ...conversations, ...several, initial_conversations: strings }),
  multi_channels_select: shape({}, { ...asked, ...several, placeholder, initial_channels: strings }),
  radio_buttons: all(shape({}, { ...choices, initial_option: richOption }), choosesAmongOptions),
  checkboxes: all(
    shape({}, { ...choices, initial_options: list(1, limits.choiceOptions, richOption) }),
    choosesAmongOptions,
  ),
  datepicker: shape({}, { ...asked, placeholder, initial_date: string(10, /^\d{4}-\d\d-\d\d$/) }),
  timepicker: shape({}, { ...asked, placeholder, timezone: id, initial_time: string(5, /^\d\d:\d\d$/) }),
};

const dateTimePicker = shape({}, { ...asked, initial_date_time: integer(1_000_000_000, 9_999_999_999) });

const overflow = shape(
  { options: list(1, limits.overflowOptions, option(plainText, { url: string(limits.url) })) },
  { action_id: id, confirm: confirmation },
);

const dispatchConfig = shape({}, { trigger_actions_on: list(1, 2, oneOf('on_enter_pressed', 'on_character_entered')) });
const typed = { action_id: id, placeholder, focus_on_load: boolean, dispatch_action_config: dispatchConfig };

const fitsItsOwnLimits: Judge = (value, at, reasons) => {
  if (!isDict(value)) return;
  const { min_length: min = 0, max_length: max = limits.inputText } = value;
  if (Number(min) > Number(max)) refuse(reasons, 'min_length must not exceed max_length', at);
};

const typing: Readonly<Record<string, Judge>> = {
  plain_text_input: all(
    shape(
      {},
      {
        ...typed,
        multiline: boolean,
        initial_value: stringOrEmpty(limits.inputText),
        min_length: integer(0, limits.inputText),
        max_length: integer(1, limits.inputText),
      },
    ),
    fitsItsOwnLimits,
  ),
  email_text_input: shape({}, { ...typed, initial_value: stringOrEmpty(limits.inputText) }),
  url_text_input: shape({}, { ...typed, initial_value: stringOrEmpty(limits.inputText) }),
  number_input: shape(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: string(50), min_value: string(50), max_value: string(50) },
  ),
};

/** Which elements may stand where. */
export const elementsOf = {
  accessory: { button, overflow, image, ...choosing },
  actions: { button, overflow, datetimepicker: dateTimePicker, ...choosing },
  input: { datetimepicker: dateTimePicker, ...typing, ...choosing },
  context: { image, plain_text: anyTextBody(), mrkdwn: mrkdwnBody() },
} as const;

// A text object stands among a context block's elements, its `type` judged already.
function anyTextBody(): Judge {
  return shape({ text: string(limits.sectionText) }, { emoji: boolean });
}

function mrkdwnBody(): Judge {
  return shape({ text: string(limits.sectionText) }, { verbatim: boolean });
}
