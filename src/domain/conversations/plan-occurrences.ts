import { UserError } from '../../core/errors.ts';
import type { Conversation } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { addMonths, splitWall } from '../../time/days.ts';
import type { Occurrence } from '../../time/recurrence/occurrences.ts';
import { type Timing, upcoming } from '../schedules/occurrences.ts';
import type { OccurrenceRow } from './row.ts';
import { scheduleOccurrences } from './schedule-occurrences.ts';

/** For how long a series is planned at once, in months, and how often it may take place in that time. */
const limits = { months: 6, occurrences: 200 };

/** The times of a conversation that are to be planned. */
export interface PlannedTimes {
  readonly times: readonly Occurrence[];
  /** Of a series: up to which wall-clock date they are all there. */
  readonly until: string | null;
  /** Whether more would follow. */
  readonly goesOn: boolean;
}

/**
 * The times of a conversation after an instant: its only one, or those of six months from `from` (a wall-clock date) on,
 * one at least. Throws `conversation.too-often`, and `conversation.never` where there are none.
 */
export function findTimes(timing: Timing, after: Date, from?: string): PlannedTimes {
  const found = upcoming(timing, after, limits.occurrences + 1);
  const [first] = found;
  if (!first) throw new UserError('conversation.never');
  if (timing.rule === null) return { times: [first], until: null, goesOn: false };
  const firstDay = dayOf(first);
  const horizon = [addMonths(from ?? firstDay, limits.months), firstDay].sort().at(-1) ?? firstDay;
  const times = found.filter((each) => dayOf(each) <= horizon);
  if (times.length > limits.occurrences) throw new UserError('conversation.too-often', { max: limits.occurrences });
  const goesOn = found.length > times.length;
  return { times, until: goesOn ? horizon : dayOf(times.at(-1) ?? first), goesOn };
}

function dayOf({ wall }: Occurrence): string {
  return splitWall(wall).date;
}

/** Writes these times as occurrences, counted from `first` on, with all that they will say of themselves. */
export async function planOccurrences(
  tx: DbTx,
  conversation: Conversation,
  times: readonly Occurrence[],
  first: number,
  now: Date,
): Promise<readonly OccurrenceRow[]> {
  const { id: conversationId, coalitionId, minutes } = conversation;
  const written = await tx.occurrence.createManyAndReturn({
    data: times.map(({ wall, at }, index) => ({
      ...{ coalitionId, conversationId, number: first + index, plannedWall: wall, wall },
      ...{ startsAt: at, endsAt: endOf(at, minutes), changedAt: now, createdAt: now },
    })),
  });
  const rows = written.map((row) => ({ ...row, conversation })).sort((one, other) => one.number - other.number);
  await scheduleOccurrences(tx, rows, now);
  return rows;
}

/** When what begins then is over. */
export function endOf(startsAt: Date, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * 60_000);
}
