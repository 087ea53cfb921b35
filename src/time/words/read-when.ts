import { UserError } from '../../core/errors.ts';
import type { NamedTime } from '../../core/param.ts';
import { type MomentReader, readMoment } from './read-moment.ts';
import { type ReadRecurrence, readRecurrence } from './read-recurrence.ts';

/**
 * One date, or something that comes round again, from words. A recurrence has a `rule`, a date has none. Throws
 * `input.date-past` for a date that is over, `input.hours` for hours that cannot be kept together, `input.never` for a
 * recurrence that does not take place, `input.when` for what is neither.
 */
export function readWhen(raw: string, reader: MomentReader): NamedTime | ReadRecurrence {
  return attempt(() => readRecurrence(raw, reader)) ?? attempt(() => readMoment(raw, reader)) ?? refuse(raw);
}

/** What could be read, or null where the words are of another kind. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError && (error.code === 'input.recurrence' || error.code === 'input.date')) return null;
    throw error;
  }
}

function refuse(raw: string): never {
  throw new UserError('input.when', { given: raw.trim() });
}
