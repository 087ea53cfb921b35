/** What is being done for people, so that stopping can wait for it. */
export interface Undertakings {
  /** Does it, unless `finish` was called. `work` does not reject. */
  readonly undertake: (work: () => Promise<void>) => void;
  /** Takes no more; resolves when all is done, or after `patience` ms. */
  readonly finish: (patience: number) => Promise<void>;
}

export function createUndertakings(): Undertakings {
  const held = new Set<Promise<void>>();
  let open = true;
  return {
    undertake: (work) => {
      if (!open) return;
      const done = work().finally(() => held.delete(done));
      held.add(done);
    },
    finish: async (patience) => {
      open = false;
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, patience);
      await Promise.race([Promise.all(held), late.promise]);
      clearTimeout(timer);
    },
  };
}
