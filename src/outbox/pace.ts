import type { PlatformName } from '../core/rich-text.ts';

/**
 * How fast a platform takes posts in one channel: `burst` at once, then one each `interval` milliseconds.
 * Slack: "one message per second per channel", short bursts allowed (docs.slack.dev, rate limits). Discord tells its
 * limits with each answer and discord.js waits by itself, so nothing is added.
 */
const paces: Readonly<Record<PlatformName, { readonly burst: number; readonly interval: number } | null>> = {
  slack: { burst: 3, interval: 1_000 },
  discord: null,
};

/** Keeps each channel's pace, so that the platform never has to say 429. */
export interface Pace {
  /** Notes a call to this space. */
  readonly note: (space: { id: string; platform: PlatformName }, now: number) => void;
  /** Spaces that must wait, with the moment from which they need not. */
  readonly waiting: (now: number) => ReadonlyMap<string, number>;
}

/** A leaky bucket a space: each call adds one interval, and a space waits while its bucket holds more than its burst. */
export function createPace(): Pace {
  const fullUntil = new Map<string, number>();
  const freeAt = new Map<string, number>();
  return {
    note: ({ id, platform }, now) => {
      const pace = paces[platform];
      if (!pace) return;
      const until = Math.max(fullUntil.get(id) ?? 0, now) + pace.interval;
      fullUntil.set(id, until);
      freeAt.set(id, until - (pace.burst - 1) * pace.interval);
    },
    waiting: (now) => {
      for (const [id, until] of fullUntil) {
        if (until > now) continue;
        fullUntil.delete(id);
        freeAt.delete(id);
      }
      return new Map([...freeAt].filter(([, at]) => at > now));
    },
  };
}
