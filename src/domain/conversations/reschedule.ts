import { UserError } from '../../core/errors.ts';
import type { OccurrenceReference } from '../../core/ids.ts';
import type { NamedTime } from '../../core/param.ts';
import type { Occurrence } from '../../store/generated/sqlite/client.ts';
import { inTransaction, type ScopedTx } from '../../store/scope.ts';
import { splitWall } from '../../time/days.ts';
import { toInstant, toWallClock } from '../../time/zones.ts';
import { tellAudience } from '../audiences/tell.ts';
import { audit } from '../audit.ts';
import type { Acting } from '../people/acting.ts';
import { assertComing } from './assert-coming.ts';
import type { OccurrenceDetails } from './details.ts';
import { getOccurrenceRow } from './get-occurrence.ts';
import { loadDetail } from './load.ts';
import { lockOccurrence, showOccurrence } from './lock-occurrence.ts';
import { mirrorOccurrences } from './mirror.ts';
import { endOf } from './plan-occurrences.ts';
import { assertLeads } from './rights.ts';
import type { OccurrenceRow } from './row.ts';
import { onlySpace, scheduleOccurrences } from './schedule-occurrences.ts';

/** One time of a conversation as it was moved, and when it was to begin before. */
export interface Rescheduled {
  readonly occurrence: OccurrenceDetails;
  readonly from: Date;
}

type NewTime = Pick<Occurrence, 'wall' | 'startsAt' | 'endsAt'>;

/**
 * Moves one time of a conversation and no other: whoever leads it. A day alone keeps the hour. Who said yes or maybe is
 * told at once, and their answers stay. Throws `conversation.not-found`, `access.not-yours`, `conversation.cancelled`,
 * `conversation.over`, and `input.date-past` where it would begin before now.
 */
export async function rescheduleOccurrence(
  acting: Acting,
  named: OccurrenceReference,
  when: NamedTime,
): Promise<Rescheduled> {
  const { db, now } = acting;
  return inTransaction(db, async (tx) => {
    const found = await getOccurrenceRow(tx, named, now);
    assertLeads(acting, found.conversation);
    assertComing(found, now);
    const isSame = toNewTime(found, when).startsAt.getTime() === found.startsAt.getTime();
    const row = isSame ? found : await move(tx, acting, found, when);
    return { occurrence: await loadDetail(tx, row), from: found.startsAt };
  });
}

async function move(tx: ScopedTx, acting: Acting, found: OccurrenceRow, when: NamedTime): Promise<OccurrenceRow> {
  const { member, now } = acting;
  const row = await lockOccurrence(tx, found, { changedAt: now });
  assertComing(row, now);
  const time = toNewTime(row, when);
  if (time.startsAt <= now)
    throw new UserError('input.date-past', { given: when.wall, understood: time.startsAt }, 'when');
  const { id, coalitionId } = row;
  await tx.occurrence.updateMany({ where: { id, coalitionId }, data: time });
  const moved = { ...row, ...time };
  await scheduleOccurrences(tx, [moved], now);
  await keepHeld(tx, moved);
  await audit(tx, acting, 'conversation.moved', id, { from: row.wall, to: time.wall });
  const about = { coalitionId, subjectId: id, now };
  await tellAudience(tx, about, 'conversation.moved', { from: row.wall, byId: member.id });
  await showOccurrence(tx, moved, now);
  await mirrorOccurrences(tx, [moved], now);
  return moved;
}

/** By the clocks of the conversation, whichever those are of whoever moves it. */
function toNewTime({ wall, conversation: { zone, minutes } }: OccurrenceRow, when: NamedTime): NewTime {
  const startsAt = when.timed ? when.at : toInstant(`${when.wall}T${splitWall(wall).time}`, zone);
  const there = toWallClock(startsAt, zone).toString({ smallestUnit: 'minute' });
  return { wall: there, startsAt, endsAt: endOf(startsAt, minutes) };
}

/** The seat of a one-to-one is held until it begins. */
async function keepHeld(tx: ScopedTx, { id, conversation, startsAt }: OccurrenceRow): Promise<void> {
  if (onlySpace(conversation) === null) return;
  await tx.rsvp.updateMany({ where: { occurrenceId: id, seat: 'offered' }, data: { offeredUntil: startsAt } });
}
