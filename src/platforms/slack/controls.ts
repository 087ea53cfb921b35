import { createHash } from 'node:crypto';
import { decodePress, encodePress } from '../../core/press.ts';
import type { Press } from '../../core/view.ts';
import { unescapeMarkup } from './escape.ts';
import { limits } from './limits.ts';

/**
 * What a button goes by. Where that is too long for an id, it stands in the button's value, and the id only tells it
 * from others. Throws `RangeError` where Slack cannot carry it at all: a mistake of ours.
 */
export function toButtonId(press: Press): { readonly action_id: string; readonly value?: string } {
  const id = encodePress(press);
  if (id.length <= limits.button.actionId) return { action_id: id };
  if (id.length > limits.button.value) throw new RangeError(`control too long for Slack: ${press.operation}`);
  const digest = createHash('sha256').update(id).digest('base64url');
  return { action_id: `${press.operation}?${digest}`, value: id };
}

/** What a select goes by. Throws `RangeError` where Slack cannot carry it: a mistake of ours. */
export function toSelectId(press: Press, fills: string): string {
  const id = encodeControl(press, fills);
  if (id.length > limits.select.actionId) throw new RangeError(`control too long for Slack: ${press.operation}`);
  return id;
}

/**
 * A control as its `action_id`. A select names the input that its chosen value fills by an empty one, at the end:
 * `task.assign?task=T-12&owner=`.
 */
function encodeControl(press: Press, fills: string): string {
  return encodePress({ ...press, input: { ...press.input, [fills]: '' } });
}

/**
 * What pressing that control means, with the value chosen in it; null where it is none of ours. Slack hands some words
 * of a message back with `&`, `<` and `>` escaped; whether ids are among them is said nowhere, so both are read.
 */
export function decodeControl(actionId: string, chosen: string | undefined): Press | null {
  const press = decodePress(unescapeMarkup(actionId));
  if (!press || chosen === undefined) return press;
  const filled = Object.keys(press.input).findLast((name) => press.input[name] === '');
  return filled === undefined ? press : { ...press, input: { ...press.input, [filled]: chosen } };
}
