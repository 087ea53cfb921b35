import { z } from 'zod';
import { cut } from './cut.ts';
import { UserError } from './errors.ts';
import type { NamedTime, Param, PersonInput, Reader } from './param.ts';
import { person } from './params.ts';
import { toVisible } from './visible.ts';

/** What a long field of a form holds at most, in UTF-16 units; Slack shows no more (`plain_text_input`). */
export const longestField = 3_000;

/** How much of a line is said again in an error, in characters. */
const mostSaid = 80;

/** How many lines there may be, and how long each, in characters. */
export interface LineLimits {
  readonly max: number;
  readonly each: number;
}

/**
 * Several things, one a line; marks of a list before them are left out, and lines that say nothing. Throws
 * `line.too-many`, `line.too-long`.
 */
export function lines(limits: LineLimits): Param<readonly string[], false> {
  return {
    required: false,
    control: { type: 'text', maxLength: longestField, long: true },
    schema: () => z.string().transform((raw) => readLines(raw, limits)),
  };
}

/** A task that follows, as somebody named it in a line. */
export interface FollowUp {
  readonly title: string;
  readonly owner?: PersonInput;
  readonly due?: NamedTime;
}

/**
 * Tasks, one a line: what is to be done, then, in any order, by whom and until when, with `;` between. A part that is no
 * date is a person. Throws `line.follow-up`, `line.too-many`, `line.too-long`.
 */
export function followUps({ max, each }: LineLimits): Param<readonly FollowUp[], false> {
  return {
    required: false,
    control: { type: 'text', maxLength: longestField, long: true },
    mentionsPeople: true,
    schema: (reader) =>
      z.string().transform((raw) => {
        const limits = { max, each: longestField };
        return readLines(raw, limits).map((line) => readFollowUp(line, each, reader));
      }),
  };
}

function readLines(raw: string, { max, each }: LineLimits): readonly string[] {
  const found = raw.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap(readLine);
  if (found.length > max) throw new UserError('line.too-many', { count: found.length, max });
  const long = found.find((line) => [...line].length > each);
  if (long !== undefined) throw new UserError('line.too-long', { given: cut(long, mostSaid), max: each });
  return found;
}

/** A line without the mark of a list before it, and without what does not show. */
function readLine(line: string): string[] {
  const words = toVisible(line)
    .replace(/^(?:[-*+•‣◦·–—]|\d{1,3}[.)])(?:\s+|$)/u, '')
    .replace(/\s+/gu, ' ');
  return words === '' ? [] : [words];
}

function readFollowUp(line: string, longest: number, reader: Reader): FollowUp {
  const refusal = new UserError('line.follow-up', { given: cut(line, mostSaid) });
  const [title = '', ...rest] = line.split(';').map((part) => part.trim());
  if (title === '') throw refusal;
  if ([...title].length > longest) throw new UserError('line.too-long', { given: cut(title, mostSaid), max: longest });
  const parts = rest.filter((part) => part !== '').map((part) => readPart(part, reader));
  const owners = parts.flatMap((part) => part?.owner ?? []);
  const dates = parts.flatMap((part) => part?.due ?? []);
  if (parts.includes(null) || owners.length > 1 || dates.length > 1) throw refusal;
  return { title, ...(owners[0] && { owner: owners[0] }), ...(dates[0] && { due: dates[0] }) };
}

type Part = { readonly owner?: PersonInput; readonly due?: NamedTime };

/** Null where it is nobody, or a date that cannot be meant. */
function readPart(part: string, reader: Reader): Part | null {
  try {
    return isPerson(part) ? readOwner(part, reader) : { due: reader.readTime(part, 'end') };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.code === 'input.date' ? readOwner(part, reader) : null;
  }
}

function isPerson(part: string): boolean {
  return /^(?:@|<@|(?:me|yo|m[ií])$)/iu.test(part);
}

function readOwner(part: string, reader: Reader): Part | null {
  try {
    return { owner: person().schema(reader).parse(part) };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
