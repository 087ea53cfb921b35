import type { RawInput } from '../../core/invocation.ts';

/** Input that did not fit into a `custom_id`, and the key that stands there for it. */
export interface KeptInput {
  readonly key: string;
  readonly input: RawInput;
}

/** Inputs that are too long for a `custom_id`, for as long as somebody may reasonably press it. */
export interface KeptInputs {
  readonly keepAll: (inputs: readonly KeptInput[]) => void;
  /** Null where it has been dropped since, or the process was started anew. */
  readonly recall: (key: string) => RawInput | null;
}

interface Remembered {
  readonly input: RawInput;
  readonly until: number;
}

/** Keeps at most `capacity` inputs for `lifetime` ms each, the oldest dropped first. `now` in ms. */
export function createKeptInputs(
  capacity = 1_000,
  lifetime = 24 * 60 * 60 * 1_000,
  now: () => number = Date.now,
): KeptInputs {
  const kept = new Map<string, Remembered>();
  const keep = ({ key, input }: KeptInput) => {
    // Deleted first, so that the map stays in the order of keeping.
    kept.delete(key);
    kept.set(key, { input, until: now() + lifetime });
    const [oldest] = kept.keys();
    if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
  };
  return {
    keepAll: (inputs) => inputs.forEach(keep),
    recall: (key) => {
      const found = kept.get(key);
      return found && found.until > now() ? found.input : null;
    },
  };
}
