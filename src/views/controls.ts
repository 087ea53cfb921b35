import type { OperationName, RawInput } from '../core/invocation.ts';
import type { RichText } from '../core/rich-text.ts';
import type { Action, Node } from '../core/view.ts';

/** A button of a coalition's: the app refuses it in any other. Inputs that are undefined are left out. */
export function buttonIn(
  coalitionId: string,
  label: RichText,
  operation: OperationName,
  input: Readonly<Record<string, string | undefined>> = {},
  tone?: 'primary' | 'danger',
): Action {
  return button(label, operation, { in: coalitionId, ...input }, tone);
}

/** A button that works anywhere. */
export function button(
  label: RichText,
  operation: OperationName,
  input: Readonly<Record<string, string | undefined>> = {},
  tone?: 'primary' | 'danger',
): Action {
  return { type: 'button', label, press: { operation, input: withoutEmpty(input) }, ...(tone && { tone }) };
}

/** A row of controls; nothing where there is none. */
export function controls(...actions: readonly (Action | false | null | undefined)[]): Node | false {
  const present = actions.filter((action) => action !== false && action !== null && action !== undefined);
  return present.length > 0 && { type: 'actions', actions: present };
}

function withoutEmpty(input: Readonly<Record<string, string | undefined>>): RawInput {
  return Object.fromEntries(Object.entries(input).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
