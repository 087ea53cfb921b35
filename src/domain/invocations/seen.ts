import type { Db } from '../../store/scope.ts';
import { isDuplicate } from '../duplicate.ts';

/** A start that never ended counts as crashed after this long, in milliseconds. */
const crashedAfter = 60_000;
/** For how long repetitions are recognised, in milliseconds: a day. */
const rememberedFor = 24 * 60 * 60_000;

/**
 * Notes that an invocation is run now. False for a repetition: it runs already or has been run. One that began over a
 * minute ago and never ended may run again.
 */
export async function startInvocation(db: Db, id: string, now: Date): Promise<boolean> {
  try {
    await db.seenInvocation.create({ data: { id, startedAt: now } });
    return true;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return restartCrashed(db, id, now);
  }
}

async function restartCrashed(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.seenInvocation.updateMany({
    where: { id, endedAt: null, startedAt: { lt: new Date(now.getTime() - crashedAfter) } },
    data: { startedAt: now },
  });
  return count === 1;
}

/** Notes that an invocation has been run to its end. */
export async function endInvocation(db: Db, id: string, now: Date): Promise<void> {
  await db.seenInvocation.updateMany({ where: { id }, data: { endedAt: now } });
}

/** Forgets what began over a day ago; platforms repeat nothing for that long. */
export async function sweepInvocations(db: Db, now: Date): Promise<void> {
  await db.seenInvocation.deleteMany({ where: { startedAt: { lt: new Date(now.getTime() - rememberedFor) } } });
}
