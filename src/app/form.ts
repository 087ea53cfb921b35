import type { AnyOperation } from '../core/define.ts';
import { formatReference, parseReference, type ReferenceKind } from '../core/ids.ts';
import type { Invocation, OperationName } from '../core/invocation.ts';
import type { Param } from '../core/param.ts';
import { plain, type RichText, text } from '../core/rich-text.ts';
import type { Form, FormField } from '../core/view.ts';
import { isMessageKey } from '../i18n/keys.ts';
import type { Speech } from '../views/speech.ts';
import { type FormHelp, noHelp } from './form-help.ts';
import { isBlank, isDecided } from './plan.ts';
import { wordsOf } from './words.ts';

/**
 * The form that asks for what is missing. After a typed command it shows every input, with what was given filled in;
 * after a pressed control what the control knows travels unseen, and only the rest is asked. One that always opens shows
 * every input but the one that says what it is about. What it starts with beside what was given stands in the fields, or
 * travels unseen where it is none of them.
 */
export function toForm(operation: AnyOperation, invocation: Invocation, speech: Speech, help = noHelp): Form {
  const { operation: name, via } = invocation;
  const given = Object.fromEntries(Object.entries(invocation.input).filter(([, raw]) => !isBlank(raw)));
  const exact = Object.entries(help.filled).filter(([key]) => isDecided(operation, key));
  const input = { ...help.filled, ...given, ...Object.fromEntries(exact) };
  const isKnown = (key: string) =>
    given[key] !== undefined && (operation.asks ? isDecided(operation, key) : via === 'control');
  const asked = Object.entries(operation.params).filter(([key, { hidden }]) => !hidden && !isKnown(key));
  const askedNames = new Set(asked.map(([key]) => key));
  const known = Object.entries(input).filter(([key]) => !askedNames.has(key));
  return {
    title: help.about === null ? speech.t(wordsOf(name, 'title')) : text(help.about),
    submit: speech.t('form.submit'),
    cancel: speech.t('form.cancel'),
    press: { operation: name, input: Object.fromEntries(known) },
    fields: asked.map(([key, param]) => withHelp(toField(name, key, param, input[key], speech), param, speech, help)),
  };
}

function toField(
  operation: OperationName,
  name: string,
  param: Param<unknown>,
  given: string | undefined,
  { t, locale }: Speech,
): FormField {
  const value = given === undefined ? undefined : prefill(param, given);
  return {
    name,
    label: labelOf(operation, name, { t, locale }),
    hint: t(wordsOf(operation, `${name}.description`)),
    required: param.required,
    ...(value !== undefined && { value }),
    input: toInput(operation, name, param, t),
  };
}

/** What can be chosen is chosen rather than typed, unless something else was typed already. */
function withHelp(field: FormField, { refersTo }: Param<unknown>, { t }: Speech, help: FormHelp): FormField {
  const options = help.choices[field.name]?.map(({ label, value }) => ({ label: text(label), value }));
  const value = refersTo && field.value !== undefined ? rewriteReference(refersTo, field.value) : field.value;
  const isOffered = options?.some((option) => option.value === value) ?? false;
  const now = help.present[field.name];
  return {
    ...field,
    ...(now && { hint: t('form.present', { now: plain(now), hint: field.hint ?? [] }) }),
    ...(options && (value === undefined || isOffered) && { input: { type: 'choice', options } }),
    ...(isOffered && value !== undefined && { value }),
  };
}

/** `t12` as `T-12`; what is none stays as it is. */
function rewriteReference(kind: ReferenceKind, raw: string): string {
  const number = parseReference(kind, raw);
  return number === null ? raw : formatReference(kind, number);
}

function toInput(
  operation: OperationName,
  name: string,
  { control }: Param<unknown>,
  t: Speech['t'],
): FormField['input'] {
  if (control.type !== 'choice') return control;
  const options = control.values.map((value) => ({ label: t(wordsOf(operation, `${name}.${value}`)), value }));
  return { type: 'choice', options };
}

/** What a field starts with: for a person the account's id, where an account was mentioned. */
function prefill({ control }: Param<unknown>, given: string): string | undefined {
  if (control.type === 'person') return /^<@!?([A-Z0-9]+)/.exec(given)?.[1];
  if (control.type === 'choice') return control.values.find((value) => value === given.toLowerCase());
  return given;
}

/** Its own where the name is one for typing rather than for reading, as `timezone`. */
function labelOf(operation: OperationName, name: string, { t, locale }: Pick<Speech, 't' | 'locale'>): RichText {
  const label = wordsOf(operation, `${name}.label`);
  if (isMessageKey(label)) return t(label);
  return text(capitalise(plain(t(wordsOf(operation, `${name}.name`))), locale));
}

function capitalise(word: string, locale: string): string {
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}
