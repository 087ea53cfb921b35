import { useEffect, useState } from 'preact/hooks';
import type { ClockReading } from './live.ts';

/** The sandbox's present, looked at again every `interval` milliseconds and whenever its clock is moved. */
export function useNow(clock: ClockReading | null, interval: number): Date {
  const [, lookAgain] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => lookAgain((times) => times + 1), interval);
    return () => clearInterval(timer);
  }, [interval]);
  if (!clock) return new Date();
  return new Date(Date.parse(clock.now) + performance.now() - clock.readAt);
}
