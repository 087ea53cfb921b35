import type { Convener } from '../../src/main.ts';
import { until } from '../../src/sandbox/contract.ts';
import type { ListeningLog } from './listening-log.ts';

/** Resolves when nothing waits to be said any more. The log must hear of each delivery (`debug`). */
export async function untilAllSaid({ store }: Pick<Convener, 'store'>, log: ListeningLog): Promise<void> {
  const heard = log.lines.length;
  const waiting = await store.db.delivery.count({ where: { status: { in: ['pending', 'leased'] } } });
  if (waiting === 0) return;
  await until([log], () => log.lines.slice(heard).some((line) => /delivery (settled|failed)/.test(line)));
  return untilAllSaid({ store }, log);
}
