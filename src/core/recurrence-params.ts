import { z } from 'zod';
import { declareParam, type Options } from './declare-param.ts';
import { isOff } from './hours.ts';
import type { NamedRecurrence, NamedRepetition, When } from './param.ts';

/**
 * Once or again and again, in words. A day alone means its morning (09:00). Throws `input.when`, `input.hours`,
 * `input.never`, `input.date-past`.
 */
export function when<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<When, R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readWhen }) => z.string().transform(readWhen),
  });
}

/**
 * Again and again, in words; without an hour, on those days. Throws `input.recurrence`, `input.hours`, `input.never`,
 * `input.date-past`.
 */
export function recurrence<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<NamedRecurrence, R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readRecurrence }) => z.string().transform(readRecurrence),
  });
}

/**
 * Again and again in words, counted from a day that another input says. Throws `input.recurrence`, `input.hours`,
 * `input.never`, `input.date-past`.
 */
export function repetition<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<NamedRepetition, R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readRepetition }) => z.string().transform(readRepetition),
  });
}

/** `recurrence`, or `off`. Throws as that does. */
export function recurrenceOrOff<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<NamedRecurrence | 'off', R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readRecurrence }) =>
      z.string().transform((raw) => (isOff(raw.trim()) ? ('off' as const) : readRecurrence(raw))),
  });
}
