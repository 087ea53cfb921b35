import type { AnyOperation } from '../core/define.ts';
import { UserError } from '../core/errors.ts';
import type { Invocation } from '../core/invocation.ts';
import { encodePress } from '../core/press.ts';
import { text } from '../core/rich-text.ts';
import type { Site } from '../core/site.ts';
import type { View } from '../core/view.ts';
import type { Acting } from '../domain/people/acting.ts';
import { whichView } from '../views/help/which.ts';
import type { Speech } from '../views/speech.ts';
import { findMissingReference } from './plan.ts';
import { wordsOf } from './words.ts';

/** How long the id of a select may be that carries what was given besides; Slack takes 255 characters of it. */
const mostCarried = 200;

/**
 * The answer to an operation that does nothing before its form was sent, where that did not open: what is it about, or
 * what speaks against it. Throws the `UserError` that does, `input.missing` where nothing can be offered or
 * too much was given besides, and `form.not-opened` where it was the platform that did not take it.
 */
export async function askFirst(
  operation: AnyOperation,
  { operation: name, input }: Pick<Invocation, 'operation' | 'input'>,
  context: Acting & { readonly speech: Speech; readonly site: Site },
): Promise<View> {
  const missing = findMissingReference(operation, { input });
  if (missing === null) {
    await operation.fill?.(context, input);
    throw new UserError('form.not-opened');
  }
  const suggestions = (await operation.suggest?.[missing]?.(context, '')) ?? [];
  const press = { operation: name, input: { ...input, in: context.coalition.id } };
  const isTooLong = encodePress(press).length > mostCarried;
  if (suggestions.length === 0 || isTooLong) throw new UserError('input.missing', { field: missing }, missing);
  const options = suggestions.map(({ label, value }) => ({ label: text(label), value }));
  return whichView(context.speech, { press, fills: missing, options, label: wordsOf(name, 'title') });
}
