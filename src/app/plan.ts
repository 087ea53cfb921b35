import { type AnyOperation, type Command, findOperation } from '../core/define.ts';
import type { Invocation } from '../core/invocation.ts';
import type { Plan } from '../core/ports.ts';

/** What an invocation leads to, known from the definitions alone: a form where a required input is missing. */
export function toPlan(commands: readonly Command[], invocation: Invocation): Plan {
  const operation = findOperation(commands, invocation.operation);
  if (!operation || invocation.problem) return { type: 'run', visibility: 'private', inPlace: false };
  if (invocation.via !== 'form' && opensForm(operation, invocation)) return { type: 'form' };
  return { type: 'run', visibility: operation.visibility, inPlace: operation.inPlace ?? false };
}

function opensForm(operation: AnyOperation, invocation: Invocation): boolean {
  return operation.asks ? findMissingReference(operation, invocation) === null : missesInput(operation, invocation);
}

/** Where a form always opens, what it is about is known before: the required reference that is missing, or null. */
export function findMissingReference(operation: AnyOperation, { input }: Pick<Invocation, 'input'>): string | null {
  return Object.keys(operation.params).find((name) => isDecided(operation, name) && isBlank(input[name])) ?? null;
}

/** Whether an input says what the form of an operation is about, and so is none of its fields. */
export function isDecided({ asks, params }: AnyOperation, name: string): boolean {
  return Boolean(asks && params[name]?.required && params[name].refersTo);
}

function missesInput(operation: AnyOperation, { input }: Invocation): boolean {
  return Object.entries(operation.params).some(([name, param]) => param.required && isBlank(input[name]));
}

/** Whether nothing was given. */
export function isBlank(raw: string | undefined): raw is undefined | '' {
  return raw === undefined || raw.trim() === '';
}
