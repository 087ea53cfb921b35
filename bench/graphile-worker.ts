import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { analyze, createCountdown, type Rival, type RivalParts, untilNone } from './rival.ts';

/** What its documentation gives for its own figures ("Performance"): jobs are fetched and completed in batches. */
const batching = { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** graphile-worker, `batched` or as it is without being asked to. */
export function createGraphileWorker({ url, concurrency }: RivalParts, batched: boolean): Rival {
  const preset = {
    worker: {
      ...{ connectionString: url, concurrentJobs: concurrency, maxPoolSize: concurrency + 1 },
      ...(batched && batching),
    },
  };
  const logger = new Logger(() => () => {});
  return {
    name: batched ? 'graphile-worker, batched' : 'graphile-worker',
    drain: async (jobs, work) => {
      const utils = await makeWorkerUtils({ connectionString: url, logger });
      await utils.migrate();
      await utils.addJobs(Array.from({ length: jobs }, (_, id) => ({ identifier: 'say', payload: { id: `g${id}` } })));
      await utils.release();
      await analyze(url);
      const { over, one } = createCountdown(jobs);
      const say = (payload: unknown) => work((payload as { id: string }).id).then(one);
      const startedAt = performance.now();
      const runner = await run({ preset, logger, noHandleSignals: true, taskList: { say } });
      await over;
      await untilNone(url, 'SELECT FROM graphile_worker._private_jobs LIMIT 1');
      const took = performance.now() - startedAt;
      await runner.stop();
      return took;
    },
  };
}
