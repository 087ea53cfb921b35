import { within } from './patience.ts';

/** What is being done for people, so that nothing is dropped when the bot stops. */
export interface Undertakings {
  /** Does it, as it rejects or not; null, and nothing done, after `finish`. */
  readonly undertake: (work: () => Promise<void>) => Promise<void> | null;
  /** Takes no more; resolves when all is done, or after so many milliseconds. */
  readonly finish: (patience: number) => Promise<void>;
}

/** Nothing is being done yet, and all is taken. */
export function createUndertakings(): Undertakings {
  const current = new Set<Promise<void>>();
  let open = true;
  return {
    undertake: (work) => {
      if (!open) return null;
      const done = work().finally(() => current.delete(done));
      current.add(done);
      return done;
    },
    finish: async (patience) => {
      open = false;
      await within(Promise.allSettled(current), patience);
    },
  };
}
