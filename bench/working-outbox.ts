import type { Log } from '../src/core/ports.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import { createOutbox } from '../src/outbox/outbox.ts';
import { unpaced } from '../src/outbox/pace.ts';
import type { Store } from '../src/store/open.ts';
import { systemClock } from '../src/time/clock.ts';
import { createPlainPlatform } from './plain-platform.ts';
import type { Receiver } from './receiver.ts';

/** An outbox that tells when it has settled so many. */
export interface WorkingOutbox extends AsyncDisposable {
  readonly start: () => void;
  /** Resolves when so many more are settled. */
  readonly settled: (count: number) => Promise<void>;
}

export function createWorkingOutbox(store: Store, receiver: Receiver, worker = 'bench'): WorkingOutbox {
  let count = 0;
  let wanted = { count: Number.POSITIVE_INFINITY, reached: () => {} };
  const note = (_facts: object, message: string) => {
    if (message !== 'delivery settled') return;
    count += 1;
    if (count >= wanted.count) wanted.reached();
  };
  const complain = (facts: object, message: string) => console.error(message, facts);
  const log: Log = { debug: note, info: () => {}, warn: complain, error: complain };
  const outbox = createOutbox({
    ...{ store, worker, log, clock: systemClock, pace: unpaced, catalogue: createCatalogue() },
    platforms: [createPlainPlatform(receiver)],
  });
  return {
    start: outbox.start,
    settled: (more) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      wanted = { count: count + more, reached: resolve };
      return promise;
    },
    [Symbol.asyncDispose]: outbox.stop,
  };
}
