import { UserError } from '../core/errors.ts';
import type { NamedRecurrence, Reader } from '../core/param.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { readMoment } from '../time/words/read-moment.ts';
import { type RecurrenceReader, readRecurrence } from '../time/words/read-recurrence.ts';
import { readWhen } from '../time/words/read-when.ts';
import { withEvery } from '../time/words/with-every.ts';
import { findZone, toInstant } from '../time/zones.ts';
import type { Speech } from '../views/speech.ts';

/** Reads what somebody writes: in their language, in their zone, from their now. */
export function createReader(catalogue: Catalogue, { locale, zone, now }: Speech, names: Reader['names']): Reader {
  return {
    names,
    readTime: (raw, dayMeans, by = zone) => readMoment(raw, { now, zone: by, locale, dayMeans }),
    readWhen: (raw) => {
      const read = readWhen(raw, { now, zone, locale, dayMeans: 'morning' });
      return 'rule' in read ? { type: 'recurring', recurrence: read } : { type: 'once', time: read };
    },
    readRecurrence: (raw) => readRecurring(raw, { now, zone, locale }),
    readRepetition: (raw) => {
      // What cannot be read is refused at once, though what it comes to waits for the day.
      readRecurring(raw, { now, zone, locale });
      return (from) => readRecurring(raw, { now: lastMomentBefore(from, zone), from, zone, locale });
    },
    readZone: findZone,
    readLocale: catalogue.findLocale,
  };
}

function lastMomentBefore(day: string, zone: string): Date {
  return new Date(toInstant(`${day}T00:00`, zone).getTime() - 1);
}

/** Where only what comes again can be meant, `monday 9:00` says it as well. */
function readRecurring(raw: string, reader: RecurrenceReader): NamedRecurrence {
  for (const words of withEvery(raw)) {
    const read = attempt(() => readRecurrence(words, reader));
    if (read) return read;
  }
  throw new UserError('input.recurrence', { given: raw.trim() });
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError && error.code === 'input.recurrence') return null;
    throw error;
  }
}
