import { z } from 'zod';
import { declareParam, type Options, reading } from './declare-param.ts';
import { UserError } from './errors.ts';
import { isOff, readHours } from './hours.ts';
import { type OccurrenceReference, parseCode, parseOccurrence, parseReference, type ReferenceKind } from './ids.ts';
import { readMinutes } from './minutes.ts';
import type { AddresseeInput, DayMeaning, HourRange, NamedTime, NamedTimeIn, PersonInput } from './param.ts';
import { meansEverybody, readPerson } from './person-input.ts';
import { toVisible } from './visible.ts';

/** Words. Throws `input.too-long`, or `input.missing` where nothing visible is left. Lengths count code points. */
export function text<R extends boolean = false>(options: Options<R> & { max?: number; long?: boolean } = {}) {
  const { max = 200, long = false } = options;
  return declareParam<string, R>(options, {
    control: { type: 'text', maxLength: max, long },
    schema: () =>
      z.string().transform((raw) => {
        const value = toVisible(raw);
        const length = [...value].length;
        if (value === '') throw new UserError('input.missing', {});
        if (length > max) throw new UserError('input.too-long', { length, max });
        return long ? value : value.replace(/\s+/gu, ' ');
      }),
  });
}

/** One of a few words. Their translations are accepted as well: the app maps them before. Throws `input.choice`. */
export function choice<const V extends string, R extends boolean = false>(
  values: readonly V[],
  options: Options<R> = {},
) {
  return declareParam<V, R>(options, {
    control: { type: 'choice', values },
    schema: () =>
      reading(
        (raw) => values.find((value) => value === raw.toLowerCase()) ?? null,
        (raw) => new UserError('input.choice', { given: raw, choices: values.join(', ') }),
      ),
  });
}

/** Somebody: a mention, a name with or without `@`, or `me`. Throws `input.person`. */
export function person<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<PersonInput, R>(options, {
    control: { type: 'person' },
    schema: ({ names }) =>
      reading(
        (raw) => readPerson(raw, names),
        (raw) => new UserError('input.person', { given: raw }),
      ),
  });
}

/**
 * Somebody, or `here` for everybody in the space: written, as no platform's list of people has that. Throws `input.person`,
 * and `input.everybody` where everybody is meant in other words.
 */
export function addressee<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<AddresseeInput, R>(options, {
    control: { type: 'text', maxLength: 100, long: false },
    suggests: 'here',
    mentionsPeople: true,
    schema: ({ names }) =>
      reading(
        (raw) => (/^(here|aqu[ií])$/iu.test(raw) ? { type: 'here' } : readPerson(raw, names)),
        (raw) => new UserError(meansEverybody(raw) ? 'input.everybody' : 'input.person', { given: raw }),
      ),
  });
}

/** A thing by its short name; the value is its number. Throws `input.reference`. */
export function reference<R extends boolean = false>(kind: ReferenceKind, options: Options<R> = {}) {
  return declareParam<number, R>(options, {
    control: { type: 'text', maxLength: 20, long: false },
    suggests: 'here',
    refersTo: kind,
    schema: () =>
      reading(
        (raw) => parseReference(kind, raw),
        (raw) => new UserError('input.reference', { given: raw, kind }),
      ),
  });
}

/** A conversation, or one of its times, by its short name. Throws `input.reference`. */
export function occurrence<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<OccurrenceReference, R>(options, {
    control: { type: 'text', maxLength: 20, long: false },
    suggests: 'here',
    refersTo: 'conversation',
    schema: () =>
      reading(parseOccurrence, (raw) => new UserError('input.reference', { given: raw, kind: 'conversation' })),
  });
}

/** A point in time in words; `dayMeans` says which a day alone is. Throws `input.date`, `input.date-past`. */
export function time<R extends boolean = false>(options: Options<R> & { dayMeans: DayMeaning }) {
  return declareParam<NamedTime, R>(options, {
    control: { type: 'text', maxLength: 100, long: false },
    schema: ({ readTime }) => z.string().transform((raw) => readTime(raw, options.dayMeans)),
  });
}

/** `time`, by whichever clock it turns out to go. Throws `input.date`, `input.date-past`. */
export function timeIn<R extends boolean = false>(options: Options<R> & { dayMeans: DayMeaning }) {
  return declareParam<NamedTimeIn, R>(options, {
    control: { type: 'text', maxLength: 100, long: false },
    schema: ({ readTime }) =>
      z.string().transform((raw) => {
        // What cannot be read, or is over already, is refused at once.
        readTime(raw, options.dayMeans);
        return (zone?: string) => readTime(raw, options.dayMeans, zone);
      }),
  });
}

/** `time`, or `off`. Throws `input.date`, `input.date-past`. */
export function timeOrOff<R extends boolean = false>(options: Options<R> & { dayMeans: DayMeaning }) {
  return declareParam<NamedTime | 'off', R>(options, {
    control: { type: 'text', maxLength: 100, long: false },
    schema: ({ readTime }) =>
      z.string().transform((raw) => (isOff(raw.trim()) ? ('off' as const) : readTime(raw, options.dayMeans))),
  });
}

/** A time zone by its IANA name or a city of it. Throws `input.zone`. */
export function zone<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<string, R>(options, {
    control: { type: 'text', maxLength: 60, long: false },
    suggests: 'zone',
    schema: ({ readZone }) => reading(readZone, (raw) => new UserError('input.zone', { given: raw })),
  });
}

/** A language the bot speaks. Throws `input.locale`. */
export function locale<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<string, R>(options, {
    control: { type: 'text', maxLength: 30, long: false },
    suggests: 'locale',
    schema: ({ readLocale }) => reading(readLocale, (raw) => new UserError('input.locale', { given: raw })),
  });
}

/** A code that somebody was handed. Throws `input.code`. */
export function code<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<string, R>(options, {
    control: { type: 'text', maxLength: 20, long: false },
    schema: () => reading(parseCode, (raw) => new UserError('input.code', { given: raw })),
  });
}

/** Local hours like `21:00-08:00`, `21-8` or `de 21h a 8h`; `off` empties them (null). Throws `input.quiet`. */
export function hours<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<HourRange | 'off', R>(options, {
    control: { type: 'text', maxLength: 40, long: false },
    schema: () => reading(readHours, (raw) => new UserError('input.quiet', { given: raw })),
  });
}

/** A whole number within bounds. Throws `input.amount`. */
export function amount<R extends boolean = false>(options: Options<R> & { min: number; max: number }) {
  const { min, max } = options;
  return declareParam<number, R>(options, {
    control: { type: 'text', maxLength: 10, long: false },
    schema: () =>
      reading(
        (raw) => (/^\d{1,9}$/.test(raw) && Number(raw) >= min && Number(raw) <= max ? Number(raw) : null),
        (raw) => new UserError('input.amount', { given: raw, min, max }),
      ),
  });
}

/** How long something takes, in words; the value is in minutes, from 5 to a day. Throws `input.duration`. */
export function duration<R extends boolean = false>(options: Options<R> = {}) {
  return declareParam<number, R>(options, {
    control: { type: 'text', maxLength: 40, long: false },
    schema: () => reading(readMinutes, (raw) => new UserError('input.duration', { given: raw })),
  });
}

/** Carried by controls only: never typed, asked for or registered. */
export function hidden() {
  return {
    ...declareParam<string, false>(
      {},
      { control: { type: 'text', maxLength: 100, long: false }, schema: () => z.string() },
    ),
    hidden: true,
  };
}
