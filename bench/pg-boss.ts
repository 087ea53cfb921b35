import { PgBoss } from 'pg-boss';
import { createSlots } from '../src/core/slots.ts';
import { analyze, createCountdown, type Rival, type RivalParts, untilNone } from './rival.ts';

/** Two workers, so that one fetches while the other one works; each fetches again at once after a full batch. */
const options = { batchSize: 100, localConcurrency: 2, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 };

/** pg-boss as its documentation advises for much work: large batches, of which the handler does many at once. */
export function createPgBoss({ url, concurrency }: RivalParts): Rival {
  const { within } = createSlots(concurrency);
  let round = 0;
  return {
    name: 'pg-boss',
    drain: async (jobs, work) => {
      round += 1;
      const queue = `say-${round}`;
      const boss = new PgBoss({ connectionString: url, max: concurrency });
      boss.on('error', (error) => console.error(error));
      await boss.start();
      await boss.createQueue(queue);
      await boss.insert(
        queue,
        Array.from({ length: jobs }, (_, id) => ({ data: { id: `b${round}-${id}` } })),
      );
      await analyze(url);
      const { over, one } = createCountdown(jobs);
      const startedAt = performance.now();
      await boss.work<{ id: string }>(queue, options, async (batch) => {
        await Promise.all(batch.map(({ data }) => within(() => work(data.id)).then(one)));
      });
      await over;
      await untilNone(url, `SELECT FROM pgboss.job WHERE name = '${queue}' AND state < 'completed' LIMIT 1`);
      const took = performance.now() - startedAt;
      await boss.stop({ graceful: false });
      return took;
    },
  };
}
