import { type AnyOperation, type Command, findOperation } from '../core/define.ts';
import type { Invocation } from '../core/invocation.ts';
import type { Plan } from '../core/ports.ts';

/** What an invocation leads to, known from the definitions alone: a form where a required input is missing. */
export function toPlan(commands: readonly Command[], invocation: Invocation): Plan {
  const operation = findOperation(commands, invocation.operation);
  if (!operation || invocation.problem) return { type: 'run', visibility: 'private', inPlace: false };
  if (invocation.via !== 'form' && missesInput(operation, invocation)) return { type: 'form' };
  return { type: 'run', visibility: operation.visibility, inPlace: operation.inPlace ?? false };
}

function missesInput(operation: AnyOperation, { input }: Invocation): boolean {
  return Object.entries(operation.params).some(([name, param]) => param.required && isBlank(input[name]));
}

/** Whether nothing was given. */
export function isBlank(raw: string | undefined): raw is undefined | '' {
  return raw === undefined || raw.trim() === '';
}
