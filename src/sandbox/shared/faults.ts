import type { SandboxFaults } from '../contract.ts';

/** An answer instead of the real one. `retryAfter` in seconds. */
export interface Refusal {
  readonly status: number;
  readonly error?: string;
  readonly retryAfter?: number;
}

/** How a platform misbehaves, as its server asks about it. Each question uses up what it is answered. */
export interface FaultPlan {
  /** What tests and the page set. */
  readonly faults: SandboxFaults;
  /** The refusal meant for this call; null where it is to be carried out. */
  readonly takeRefusal: (method: string) => Refusal | null;
  /** Whether the answer of this call, which was carried out, gets lost. */
  readonly takeLoss: (method: string) => boolean;
  /** Whether the invocation at hand is delivered twice. */
  readonly takeRepetition: () => boolean;
  readonly rateLimitsEnforced: () => boolean;
}

export function createFaultPlan(): FaultPlan {
  const refusals: { method: string; refusal: Refusal; left: number }[] = [];
  const losses: string[] = [];
  let repetitions = 0;
  let rateLimits = false;
  return {
    faults: {
      refuse: (method, refusal, times = 1) => void refusals.push({ method, refusal, left: times }),
      loseAnswer: (method) => void losses.push(method),
      repeatInvocations: (times) => {
        repetitions = times;
      },
      enforceRateLimits: (on) => {
        rateLimits = on;
      },
    },
    takeRefusal: (method) => {
      const index = refusals.findIndex((planned) => method.includes(planned.method));
      const planned = refusals[index];
      if (!planned) return null;
      planned.left -= 1;
      if (planned.left <= 0) refusals.splice(index, 1);
      return planned.refusal;
    },
    takeLoss: (method) => {
      const index = losses.findIndex((planned) => method.includes(planned));
      if (index >= 0) losses.splice(index, 1);
      return index >= 0;
    },
    takeRepetition: () => {
      if (repetitions === 0) return false;
      repetitions -= 1;
      return true;
    },
    rateLimitsEnforced: () => rateLimits,
  };
}
