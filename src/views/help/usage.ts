import type { AnyOperation } from '../../core/define.ts';
import type { Param } from '../../core/param.ts';

/** An input and its name. */
export type NamedParam = readonly [name: string, param: Param<unknown>];

/** The inputs of an operation that people give, by their names. */
export function visibleParams({ params }: AnyOperation): readonly NamedParam[] {
  return Object.entries<Param<unknown>>(params).filter(([, param]) => !param.hidden);
}

/** An input as a usage has it: `title*` where it is needed. */
export function markNeeded([name, { required }]: NamedParam): string {
  return required ? `${name}*` : name;
}
