import { z } from 'zod';
import type { UserError } from './errors.ts';
import type { Param } from './param.ts';

/** What every kind of input can be declared with. */
export type Options<R extends boolean> = { readonly required?: R };

/** An input of a kind, needed or not. */
export function declareParam<T, R extends boolean>(
  options: Options<R>,
  rest: Omit<Param<T, R>, 'required'>,
): Param<T, R extends true ? true : false> {
  return { ...rest, required: (options.required ?? false) as R extends true ? true : false };
}

/** Words without the space around them, as `read` reads them. Throws `error` where that is null; what it throws passes. */
export function reading<T>(read: (raw: string) => T | null, error: (raw: string) => UserError): z.ZodType<T, string> {
  return z.string().transform((raw) => {
    const value = read(raw.trim());
    if (value === null) throw error(raw);
    return value;
  });
}
