import { Temporal } from 'temporal-polyfill';
import { UserError } from '../core/errors.ts';
import { occurrencesAfter } from '../time/recurrence/occurrences.ts';
import { readMoment } from '../time/words/read-moment.ts';
import { readWhen } from '../time/words/read-when.ts';
import { findZone, toOffsetTime } from '../time/zones.ts';
import { speakToHost, type Words } from './speak.ts';

interface ScheduleOptions {
  readonly zone: string;
  readonly from?: string;
  readonly count?: string;
}

/** What was given cannot be used; `sentence` says so to the host. */
class Unusable extends Error {
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.sentence = sentence;
  }
}

/**
 * `convener schedule "every tuesday 18:00" --zone Europe/Madrid`: when that is, one time a line, in ISO 8601 with the
 * offset. What cannot be read ends it with one sentence and exit code 1.
 */
export function schedule(said: string, options: ScheduleOptions): void {
  const words = speakToHost();
  try {
    for (const line of listTimes(said, options, words)) console.log(line);
  } catch (error) {
    if (!(error instanceof Unusable || error instanceof UserError)) throw error;
    console.error(error instanceof Unusable ? error.sentence : words(`errors.${error.code}`, error.params));
    process.exitCode = 1;
  }
}

function listTimes(said: string, options: ScheduleOptions, words: Words): readonly string[] {
  const zone = findZone(options.zone);
  if (zone === null) throw new UserError('input.zone', { given: options.zone });
  const count = readCount(options.count, words);
  const from = readFrom(options.from, words);
  // What takes place at that very instant counts.
  const before = new Date(from.getTime() - 1);
  const locale = process.env.DEFAULT_LOCALE ?? 'en';
  const reader = { zone, locale, dayMeans: 'morning' } as const;
  const when = readWhen(said, { ...reader, now: before });
  if ('rule' in when) return occurrencesAfter(when, before, count).map(({ at }) => toOffsetTime(at, zone));
  const { at } = when.exact ? readMoment(said, { ...reader, now: from }) : when;
  return [toOffsetTime(at, zone)];
}

function readCount(given = '10', words: Words): number {
  const count = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (count < 1 || count > 1000) throw new Unusable(words('cli.schedule.count.invalid', { given }));
  return count;
}

function readFrom(given: string | undefined, words: Words): Date {
  if (given === undefined) return new Date();
  try {
    return new Date(Temporal.Instant.from(given).epochMilliseconds);
  } catch {
    throw new Unusable(words('cli.schedule.from.invalid', { given }));
  }
}
