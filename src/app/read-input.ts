import { UserError } from '../core/errors.ts';
import type { RawInput } from '../core/invocation.ts';
import type { Param, Params, Reader } from '../core/param.ts';
import { isBlank } from './plan.ts';

/**
 * The typed input of an operation, from what a person wrote. Throws the `UserError` of the first input that cannot be
 * read, with the name of that input. What the operation does not declare is left out.
 */
export function readInput(params: Params, raw: RawInput, reader: Reader): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, param]) => [name, readOne(name, param, raw[name], reader)]),
  );
}

function readOne(name: string, param: Param<unknown>, raw: string | undefined, reader: Reader): unknown {
  if (isBlank(raw)) {
    if (param.required) throw new UserError('input.missing', { field: name }, name);
    return undefined;
  }
  try {
    return param.schema(reader).parse(raw);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, { field: name, ...error.params }, name);
  }
}
