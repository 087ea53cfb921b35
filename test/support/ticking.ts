import { tick } from '../../src/clockwork/tick.ts';
import type { When } from '../../src/core/param.ts';
import type { Acting } from '../../src/domain/people/acting.ts';
import type { Store } from '../../src/store/open.ts';
import { toInstant } from '../../src/time/zones.ts';
import { silence } from './silence.ts';

/** The clockwork looks once, when it is so late, twenty seconds ahead. Returns how many deliveries are to be said. */
export function tickAt(store: Pick<Store, 'db'>, now: Date | string, limit = 200): Promise<number> {
  const at = new Date(now);
  return tick({ store, clock: { now: () => at }, log: silence, lookAheadMs: 20_000, limit });
}

/** What came due of a letter so far, oldest first: when it was meant for, and what became of it. */
export async function occurrencesIn({ db }: Pick<Store, 'db'>, letter = 'reminder.due'): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: { letter },
    orderBy: [{ occurrenceAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ occurrenceAt, status, reason }) =>
    [occurrenceAt?.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length), status, reason].filter(Boolean).join(' '),
  );
}

/** Once, at a wall-clock time of a zone. */
export function at(wall: string, zone = 'UTC'): When {
  return { type: 'once', time: { wall, zone, timed: true, at: toInstant(wall, zone) } };
}

/** Again and again by a rule, from a wall-clock time of a zone. */
export function again(wall: string, rule: string, zone = 'UTC'): When {
  return { type: 'recurring', recurrence: { wall, zone, rule, timed: true } };
}

/** The same member, later. */
export function later(acting: Acting, now: string): Acting {
  return { ...acting, now: new Date(now) };
}
