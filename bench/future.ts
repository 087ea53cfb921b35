import { tick } from '../src/clockwork/tick.ts';
import { claimDeliveries, nextDue } from '../src/domain/deliveries/claim.ts';
import type { Store } from '../src/store/open.ts';

/** A thousand years from now, so that nothing of it comes due. */
const farAway = '3000-01-01T00:00:00.000';

/**
 * Fills the tables with rows of the future until there are so many, of the coalitions that there are: deliveries and
 * schedules. By one statement each, as the store would need minutes row by row.
 */
export async function fillFuture({ db, kind }: Store, upTo: number, coalitions: number): Promise<void> {
  const have = await db.schedule.count();
  const numbers =
    kind === 'sqlite'
      ? `WITH RECURSIVE n(i) AS (SELECT ${have} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${upTo})`
      : `WITH n AS (SELECT generate_series(${have}, ${upTo - 1}) AS i)`;
  const moment = kind === 'sqlite' ? `'${farAway}+00:00'` : `timestamp '${farAway}' + i * interval '1 second'`;
  const json = kind === 'sqlite' ? `'{}'` : `'{}'::jsonb`;
  const flag = kind === 'sqlite' ? '0' : 'false';
  await db.$executeRawUnsafe(`INSERT INTO "Delivery"
    ("id", "coalitionId", "spaceId", "letter", "subjectId", "data", "dueAt", "createdAt", "urgent")
    ${numbers} SELECT 'f' || i, 'c' || (i % ${coalitions}), 's' || (i % ${coalitions}) || '.0', 'task.finished',
      't' || (i % ${coalitions}), ${json}, ${moment}, ${moment}, ${flag} FROM n`);
  await db.$executeRawUnsafe(`INSERT INTO "Schedule"
    ("id", "coalitionId", "subject", "subjectId", "letter", "urgent", "window", "wall", "zone", "nextWall", "nextAt", "createdAt")
    ${numbers} SELECT 'f' || i, 'c' || (i % ${coalitions}), 'task', 'f' || i, 'task.due', ${flag}, 3600,
      '3000-01-01T00:00', 'UTC', '3000-01-01T00:00', ${moment}, ${moment} FROM n`);
  // What writing so much leaves to be done is not measured.
  for (const sql of kind === 'sqlite' ? ['ANALYZE'] : ['VACUUM ANALYZE', 'CHECKPOINT']) await db.$executeRawUnsafe(sql);
}

/** What is done again and again while nothing of all that is due. */
export const watches: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  tick: (store) => {
    const ignore = () => {};
    const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    return tick({ store, log, clock: { now: () => new Date() }, lookAheadMs: 20_000, limit: 100 });
  },
  claim: ({ db }) => claimDeliveries(db, { now: new Date(), limit: 100, leaseMs: 60_000, worker: 'bench' }),
  'next look': ({ db }) => nextDue(db, new Date()),
};
