import type { Delivery, HeldFor } from '../../store/generated/sqlite/client.ts';
import type { LetterKind } from '../deliveries/letters.ts';
import type { Acting } from '../people/acting.ts';

/** A reminder whose time has come for somebody, and which waits for a better moment to be said to them. */
export interface HeldReminder {
  readonly number: number;
  readonly text: string;
  readonly heldFor: HeldFor;
  /** When it is tried next. */
  readonly until: Date;
}

const letters: readonly LetterKind[] = ['reminder.due', 'reminder.snoozed'];
/** More than a post says of what waited for somebody. */
const most = 25;

/** What waits for a member's quiet hours to end, or for another day, what comes first first; at most 25. */
export async function findHeld({ db, member }: Acting): Promise<readonly HeldReminder[]> {
  const held = await db.delivery.findMany({
    where: { recipientId: member.id, status: 'pending', heldFor: { not: null }, letter: { in: [...letters] } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  const planned = await db.schedule.findMany({
    where: { id: { in: held.map(scheduleIdOf) } },
    select: { id: true },
  });
  const plannedIds = new Set(planned.map(({ id }) => id));
  const reminders = await db.reminder.findMany({
    where: { id: { in: held.map(({ subjectId }) => subjectId) }, state: 'active' },
    select: { id: true, number: true, text: true },
  });
  const byId = new Map(reminders.map((reminder) => [reminder.id, reminder]));
  return held.flatMap((delivery) => {
    const { subjectId, heldFor, dueAt } = delivery;
    const reminder = byId.get(subjectId);
    // What was put off since, or called off, is not said any more.
    if (!reminder || !heldFor || !plannedIds.has(scheduleIdOf(delivery))) return [];
    return [{ number: reminder.number, text: reminder.text, heldFor, until: dueAt }];
  });
}

function scheduleIdOf({ key }: Pick<Delivery, 'key'>): string {
  return key?.split('@')[0] ?? '';
}
