import { z } from 'zod';
import { UserError } from './errors.ts';
import { isOff, readHours } from './hours.ts';
import { type OccurrenceReference, parseCode, parseOccurrence, parseReference, type ReferenceKind } from './ids.ts';
import { readMinutes } from './minutes.ts';
import type {
  AddresseeInput,
  HourRange,
  NamedRecurrence,
  NamedRepetition,
  NamedTime,
  Param,
  PersonInput,
  Reader,
  When,
} from './param.ts';

type Options<R extends boolean> = { readonly required?: R };

function param<T, R extends boolean>(
  options: Options<R>,
  rest: Omit<Param<T, R>, 'required'>,
): Param<T, R extends true ? true : false> {
  return { ...rest, required: (options.required ?? false) as R extends true ? true : false };
}

/** Refuses what `read` cannot read with `error`; what it throws itself passes. */
function reading<T>(read: (raw: string) => T | null, error: (raw: string) => UserError): z.ZodType<T, string> {
  return z.string().transform((raw) => {
    const value = read(raw.trim());
    if (value === null) throw error(raw);
    return value;
  });
}

/**
 * Characters that show nothing, or turn what follows around, and so are dropped from names and titles. Kept are line
 * breaks, the joiners that scripts and emoji need, and the tags of flags.
 */
const invisible = /(?![\t\n\r\u0600-\u0605\u06dd]|\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;

/** Words as they show, without such characters and the space around them. */
export function toVisible(raw: string): string {
  return raw.replace(invisible, '').trim();
}

/** Words. Throws `input.too-long`, or `input.missing` where nothing visible is left. Lengths count code points. */
export function text<R extends boolean = false>(options: Options<R> & { max?: number; long?: boolean } = {}) {
  const { max = 200, long = false } = options;
  return param<string, R>(options, {
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
  return param<V, R>(options, {
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
  return param<PersonInput, R>(options, {
    control: { type: 'person' },
    schema: ({ names }) =>
      reading(
        (raw) => readPerson(raw, names),
        (raw) => new UserError('input.person', { given: raw }),
      ),
  });
}

function readPerson(raw: string, names: Reader['names']): PersonInput | null {
  const mentioned = /^<@!?([A-Z0-9]+)(?:\|([^>]*))?>$/.exec(raw);
  if (mentioned?.[1]) return { type: 'account', accountId: mentioned[1], name: names[mentioned[1]] ?? mentioned[2] };
  const name = toVisible(raw.replace(/^@/, ''));
  if (name === '' || /^<[!#]/.test(raw)) return null;
  return /^(me|yo|mí|mi)$/iu.test(name) ? { type: 'me' } : { type: 'name', name };
}

/** Somebody, or `here` for everybody in the space: written, as no platform's list of people has that. */
export function addressee<R extends boolean = false>(options: Options<R> = {}) {
  return param<AddresseeInput, R>(options, {
    control: { type: 'text', maxLength: 100, long: false },
    suggests: 'here',
    mentionsPeople: true,
    schema: ({ names }) =>
      reading(
        (raw) => (/^(here|aqu[ií])$/iu.test(raw) ? { type: 'here' } : readPerson(raw, names)),
        (raw) => new UserError('input.person', { given: raw }),
      ),
  });
}

/** A person as they can be written and read again, for a control that carries them. */
export function writePerson(input: PersonInput): string {
  switch (input.type) {
    case 'me':
      return 'me';
    case 'account':
      return `<@${input.accountId}>`;
    case 'name':
      return input.name;
    default:
      return input satisfies never;
  }
}

/** A thing by its short name; the value is its number. Throws `input.reference`. */
export function reference<R extends boolean = false>(kind: ReferenceKind, options: Options<R> = {}) {
  return param<number, R>(options, {
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
  return param<OccurrenceReference, R>(options, {
    control: { type: 'text', maxLength: 20, long: false },
    suggests: 'here',
    refersTo: 'conversation',
    schema: () =>
      reading(parseOccurrence, (raw) => new UserError('input.reference', { given: raw, kind: 'conversation' })),
  });
}

/** A point in time in words. A day alone means its end or its morning (09:00). Throws `input.date`, `input.date-past`. */
export function time<R extends boolean = false>(options: Options<R> & { dayMeans: 'end' | 'morning' }) {
  return param<NamedTime, R>(options, {
    control: { type: 'text', maxLength: 100, long: false },
    schema: ({ readTime }) => z.string().transform((raw) => readTime(raw, options.dayMeans)),
  });
}

/** Once or again and again, in words. A day alone means its morning (09:00). Throws `input.when`, `input.date-past`. */
export function when<R extends boolean = false>(options: Options<R> = {}) {
  return param<When, R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readWhen }) => z.string().transform(readWhen),
  });
}

/** Again and again, in words; without an hour, on those days. Throws `input.recurrence`. */
export function recurrence<R extends boolean = false>(options: Options<R> = {}) {
  return param<NamedRecurrence, R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readRecurrence }) => z.string().transform(readRecurrence),
  });
}

/** Again and again in words, counted from a day that another input says. Throws `input.recurrence`. */
export function repetition<R extends boolean = false>(options: Options<R> = {}) {
  return param<NamedRepetition, R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readRepetition }) => z.string().transform(readRepetition),
  });
}

/** `recurrence`, or `off`. Throws `input.recurrence`. */
export function recurrenceOrOff<R extends boolean = false>(options: Options<R> = {}) {
  return param<NamedRecurrence | 'off', R>(options, {
    control: { type: 'text', maxLength: 200, long: false },
    schema: ({ readRecurrence }) =>
      z.string().transform((raw) => (isOff(raw.trim()) ? ('off' as const) : readRecurrence(raw))),
  });
}

/** A time zone by its IANA name or a city of it. Throws `input.zone`. */
export function zone<R extends boolean = false>(options: Options<R> = {}) {
  return param<string, R>(options, {
    control: { type: 'text', maxLength: 60, long: false },
    suggests: 'zone',
    schema: ({ readZone }) => reading(readZone, (raw) => new UserError('input.zone', { given: raw })),
  });
}

/** A language the bot speaks. Throws `input.locale`. */
export function locale<R extends boolean = false>(options: Options<R> = {}) {
  return param<string, R>(options, {
    control: { type: 'text', maxLength: 30, long: false },
    suggests: 'locale',
    schema: ({ readLocale }) => reading(readLocale, (raw) => new UserError('input.locale', { given: raw })),
  });
}

/** A code that somebody was handed. Throws `input.code`. */
export function code<R extends boolean = false>(options: Options<R> = {}) {
  return param<string, R>(options, {
    control: { type: 'text', maxLength: 20, long: false },
    schema: () => reading(parseCode, (raw) => new UserError('input.code', { given: raw })),
  });
}

/** Local hours like `21:00-08:00`, `21-8` or `9pm-8am`; `off` empties them (null). Throws `input.quiet`. */
export function hours<R extends boolean = false>(options: Options<R> = {}) {
  return param<HourRange | 'off', R>(options, {
    control: { type: 'text', maxLength: 20, long: false },
    schema: () => reading(readHours, (raw) => new UserError('input.quiet', { given: raw })),
  });
}

/** A whole number within bounds. Throws `input.amount`. */
export function amount<R extends boolean = false>(options: Options<R> & { min: number; max: number }) {
  const { min, max } = options;
  return param<number, R>(options, {
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
  return param<number, R>(options, {
    control: { type: 'text', maxLength: 40, long: false },
    schema: () => reading(readMinutes, (raw) => new UserError('input.duration', { given: raw })),
  });
}

/** Carried by controls only: never typed, asked for or registered. */
export function hidden() {
  return {
    ...param<string, false>({}, { control: { type: 'text', maxLength: 100, long: false }, schema: () => z.string() }),
    hidden: true,
  };
}
