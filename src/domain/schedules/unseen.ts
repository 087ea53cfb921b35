import type { Db } from '../../store/scope.ts';
import type { Waiting } from '../deliveries/waiting.ts';

/** What came due and no tick has seen, because the bot is not running: deliveries that are not even written. */
export async function findUnseen(db: Db, now: Date): Promise<Waiting> {
  const { _count, _min } = await db.schedule.aggregate({
    where: { nextAt: { lte: now } },
    _count: true,
    _min: { nextAt: true },
  });
  return { due: _count, oldest: _min.nextAt };
}
