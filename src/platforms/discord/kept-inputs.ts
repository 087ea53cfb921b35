import type { RawInput } from '../../core/invocation.ts';

/** Inputs that are too long for a `custom_id`, for as long as somebody may reasonably press it. */
export interface KeptInputs {
  readonly keep: (key: string, input: RawInput) => void;
  /** Null where it has been dropped since, or the process was started anew. */
  readonly recall: (key: string) => RawInput | null;
}

interface Kept {
  readonly input: RawInput;
  readonly until: number;
}

/** Keeps at most `capacity` inputs for `lifetime` ms each, the oldest dropped first. `now` in ms. */
export function createKeptInputs(
  capacity = 1_000,
  lifetime = 24 * 60 * 60 * 1_000,
  now: () => number = Date.now,
): KeptInputs {
  const kept = new Map<string, Kept>();
  return {
    keep: (key, input) => {
      // Deleted first, so that the map stays in the order of keeping.
      kept.delete(key);
      kept.set(key, { input, until: now() + lifetime });
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    },
    recall: (key) => {
      const found = kept.get(key);
      return found && found.until > now() ? found.input : null;
    },
  };
}
