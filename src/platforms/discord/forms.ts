import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalData,
  SelectMenuDefaultValueType,
  TextInputStyle,
  userMention,
} from 'discord.js';
import { cut } from '../../core/cut.ts';
import type { RawInput } from '../../core/invocation.ts';
import type { Form, FormField } from '../../core/view.ts';
import { type Control, toControlId } from './control-ids.ts';
import { displayNameOf } from './display-names.ts';
import type { KeptInput } from './kept-inputs.ts';
import { limits } from './limits.ts';
import { toLabel, toSelectOptions } from './render-actions.ts';

/** A form as Discord opens it, and the input that did not fit into its id. */
export interface DiscordModal {
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly kept: readonly KeptInput[];
}

/**
 * A form as a modal. `mends` marks one that was opened again from a private answer, which its own answer replaces.
 * Discord takes five fields: those of optional inputs that find no place are not asked for, and what was given for them
 * travels unseen. (An operation that asks for more would need steps.)
 */
export function toModal({ title, press, fields }: Form, mends = false): DiscordModal {
  const ordered = fields.toSorted((a, b) => Number(b.required) - Number(a.required));
  const asked = ordered.slice(0, limits.modal.fields);
  const unasked = ordered.slice(limits.modal.fields).flatMap(toGiven);
  const input = { ...press.input, ...Object.fromEntries(unasked) };
  const control: Control = { press: { ...press, input }, ...(mends && { opensForm: true }) };
  const { customId, kept } = toControlId(control);
  return {
    modal: {
      custom_id: customId,
      title: toLabel(title, limits.modal.title) || '…',
      components: asked.map(toLabelled),
    },
    kept: kept ? [kept] : [],
  };
}

function toGiven({ name, value, input }: FormField): [string, string][] {
  if (!value) return [];
  return [[name, input.type === 'person' ? userMention(value) : value]];
}

function toLabelled(field: FormField): APIModalInteractionResponseCallbackData['components'][number] {
  const description = field.hint && toLabel(field.hint, limits.modal.description);
  return {
    type: ComponentType.Label,
    label: toLabel(field.label, limits.modal.label) || cut(field.name, limits.modal.label),
    ...(description && { description }),
    component: toComponent(field),
  };
}

function toComponent({ name, required, value = '', input }: FormField): APIComponentInLabel {
  const base = { custom_id: name, required };
  switch (input.type) {
    case 'text':
      return { ...base, type: ComponentType.TextInput, ...toTextSettings(input, value) };
    case 'choice':
      return {
        ...base,
        type: ComponentType.StringSelect,
        min_values: required ? 1 : 0,
        options: toSelectOptions(input.options, value),
      };
    case 'person':
      return {
        ...base,
        type: ComponentType.UserSelect,
        min_values: required ? 1 : 0,
        ...(isAccountId(value) && { default_values: [{ id: value, type: SelectMenuDefaultValueType.User }] }),
      };
    default:
      return input satisfies never;
  }
}

/** What was given stays whole even where it is too long, so that its author can shorten it: the limit gives way. */
function toTextSettings({ maxLength, long }: Extract<FormField['input'], { type: 'text' }>, value: string) {
  const given = cut(value.toWellFormed(), limits.modal.value);
  const paragraph = long || given.includes('\n');
  return {
    style: paragraph ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: Math.min(Math.max(maxLength, given.length), limits.modal.value),
    ...(given !== '' && { value: given }),
  };
}

function isAccountId(value: string): boolean {
  return /^\d{17,20}$/.test(value);
}

/** What a person filled in, with the names of the people they chose. A field left empty takes back what was given. */
export function readModal(
  known: RawInput,
  fields: Iterable<readonly [string, ModalData]>,
): { input: RawInput; names: Record<string, string> } {
  const input: Record<string, string> = { ...known };
  const names: Record<string, string> = {};
  for (const [name, field] of fields) {
    delete input[name];
    const value = readField(field);
    if (value) input[name] = value;
    if (field.type === ComponentType.UserSelect && 'users' in field) {
      for (const [id, user] of field.users ?? []) names[id] = displayNameOf(user, field.members?.get(id));
    }
  }
  return { input, names };
}

function readField(field: ModalData): string | undefined {
  switch (field.type) {
    case ComponentType.TextInput:
      return field.value;
    case ComponentType.StringSelect:
      return field.values[0];
    case ComponentType.UserSelect:
      return field.values[0] && userMention(field.values[0]);
    default:
      // Modals of ours have no other fields.
      return undefined;
  }
}
