import type { DbTx } from '../../store/scope.ts';
import { cancelSchedules, type ScheduledThing, setSchedule } from '../schedules/set-schedule.ts';
import type { OccurrenceRow } from './row.ts';

const day = 24 * 60 * 60_000;

/** How long before the last planned time of a series its facilitator is asked whether it shall go on. */
const notice = 14 * day;

/**
 * Has the facilitator of a series asked whether more shall follow after its last planned time, where its rule goes on:
 * two weeks before that or, where that is past, when it is over. Unanswered, the series ends of itself.
 */
export async function askForRenewal(
  tx: DbTx,
  rows: readonly OccurrenceRow[],
  goesOn: boolean,
  now: Date,
): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  const thing = toThing(last);
  if (!goesOn) return cancelSchedules(tx, thing);
  const early = new Date(last.startsAt.getTime() - notice);
  const at = early > now ? early : last.endsAt;
  const until = new Date(last.endsAt.getTime() + 7 * day);
  const plan = {
    letter: 'conversation.renewal',
    zone: 'UTC',
    rule: null,
    zoneOwner: { type: 'fixed' },
    urgent: false,
    wall: at.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length),
    window: Math.round((until.getTime() - at.getTime()) / 1_000),
  } as const;
  await setSchedule(tx, thing, plan, now);
}

/** Nobody is asked any more. */
export function forgetRenewal(tx: DbTx, row: Pick<OccurrenceRow, 'coalitionId' | 'conversationId'>): Promise<void> {
  return cancelSchedules(tx, toThing(row));
}

function toThing({ coalitionId, conversationId }: Pick<OccurrenceRow, 'coalitionId' | 'conversationId'>) {
  return { coalitionId, subject: 'conversation', subjectId: conversationId } satisfies ScheduledThing;
}
