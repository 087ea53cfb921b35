import { decodePress, encodePress } from '../../core/press.ts';
import type { Press } from '../../core/view.ts';
import { unescapeMarkup } from './escape.ts';

/**
 * A control as its `action_id`. A select names the input that its chosen value fills by an empty one, at the end:
 * `task.assign?task=T-12&owner=`.
 */
export function encodeControl(press: Press, fills?: string): string {
  return encodePress(fills === undefined ? press : { ...press, input: { ...press.input, [fills]: '' } });
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
