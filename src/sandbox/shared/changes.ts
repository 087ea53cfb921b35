/** Tells listeners that something changed. */
export interface Changes {
  /** Called after every change. Returns its own undoing. */
  readonly onChange: (listener: () => void) => () => void;
  readonly changed: () => void;
}

/** Listeners are called at once, in the order in which they came. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  return {
    onChange: (listener) => {
      // Wrapped, so that the same function can listen twice and each undoing ends its own.
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    changed: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}
