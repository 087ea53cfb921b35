import { Repetition } from '../../core/errors.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import { isDuplicate } from '../duplicate.ts';

/** For how long repetitions are recognised, in milliseconds: a day. */
const rememberedFor = 24 * 60 * 60_000;

/**
 * Notes that an invocation changes something, in the transaction of the change. Throws `Repetition` where it has
 * changed something already: the transaction must fail by it. Where another process is about to, it waits for that.
 */
export async function noteInvocation(tx: DbTx, id: string, now: Date): Promise<void> {
  try {
    await tx.seenInvocation.create({ data: { id, startedAt: now } });
  } catch (error) {
    throw isDuplicate(error) ? new Repetition() : error;
  }
}

/** Forgets what began over a day ago; platforms repeat nothing for that long. */
export async function sweepInvocations(db: Db, now: Date): Promise<void> {
  await db.seenInvocation.deleteMany({ where: { startedAt: { lt: new Date(now.getTime() - rememberedFor) } } });
}
