import type { AdjustableClock } from '../time/clock.ts';

/** What time passes for: whatever falls due on the way is seen to at its own moment. */
export interface TimePassing {
  readonly clock: AdjustableClock;
  /** The next moment after now at which something falls due; null where there is none. */
  readonly nextMoment: () => Promise<Date | null>;
  /** Sees to what is due now, and to the end of it. */
  readonly seeToDue: () => Promise<void>;
}

/** How long passing time may take somebody who waits for it, in milliseconds. */
const usualPatience = 8_000;

/**
 * Lets time pass until `target`, as it would have: it stops at each moment when something falls due. A clock that just
 * jumped would have everything come late, and what was on its way seem abandoned. Back in time it jumps, and so it does
 * over what is left when `patience` ends, in milliseconds.
 */
export async function passTime(
  { clock, nextMoment, seeToDue }: TimePassing,
  target: Date,
  patience = usualPatience,
): Promise<void> {
  const started = performance.now();
  await seeToDue();
  while (performance.now() - started < patience) {
    const moment = await nextMoment();
    if (!moment || moment >= target) break;
    clock.moveTo(moment);
    await seeToDue();
  }
  clock.moveTo(target);
  await seeToDue();
}
