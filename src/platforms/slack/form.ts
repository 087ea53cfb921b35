import type { types } from '@slack/bolt';
import { cut } from '../../core/cut.ts';
import { plain } from '../../core/rich-text.ts';
import type { Form, FormField } from '../../core/view.ts';
import { plainText, toOptions } from './actions.ts';
import { encodeMemory, type Origin } from './form-metadata.ts';
import { limits } from './limits.ts';

/** A form as a modal. The id of each block and of its input is the name of the field. */
export function toModal(form: Form, origin: Origin): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.press.operation,
    title: plainText(form.title, limits.view.title),
    submit: plainText(form.submit, limits.view.submit),
    close: plainText(form.cancel, limits.view.close),
    private_metadata: encodeMemory(form, origin),
    blocks: form.fields.slice(0, limits.view.blocks).map(toInputBlock),
  };
}

function toInputBlock(field: FormField): types.InputBlock {
  const hint = field.hint && plain(field.hint).trim() !== '' ? plainText(field.hint, limits.input.hint) : undefined;
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, limits.input.label),
    ...(hint && { hint }),
    optional: !field.required,
    element: toElement(field),
  };
}

function toElement({ name, value = '', input }: FormField): types.InputBlock['element'] {
  switch (input.type) {
    case 'text':
      return { type: 'plain_text_input', action_id: name, multiline: input.long, ...toTextSettings(input, value) };
    case 'choice': {
      const options = toOptions(input.options);
      const chosen = options.find((option) => option.value === value);
      return { type: 'static_select', action_id: name, options, ...(chosen && { initial_option: chosen }) };
    }
    case 'person': {
      const account = /^[UW][A-Z0-9]+$/.test(value) ? value : undefined;
      return { type: 'users_select', action_id: name, ...(account && { initial_user: account }) };
    }
    default:
      return input satisfies never;
  }
}

/** What was given stays whole even where it is too long, so that its author can shorten it: the limit gives way. */
function toTextSettings({ maxLength }: Extract<FormField['input'], { type: 'text' }>, value: string) {
  const given = cut(value, limits.input.text);
  return {
    max_length: Math.min(Math.max(maxLength, given.length), limits.input.text),
    ...(given !== '' && { initial_value: given }),
  };
}
