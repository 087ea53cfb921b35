import type { PlatformName } from '../core/rich-text.ts';
import { createBucket, createWindow, type Meter } from './meters.ts';

/**
 * How fast a platform takes posts in one channel.
 *
 * Slack: "one message per second per channel", short bursts allowed (docs.slack.dev, rate limits). Discord tells its
 * limits with each answer, and discord.js waits by itself; five posts in five seconds is what it tells of channels, and
 * what is known is planned with, so that nobody waits in a queue of discord.js whose turn it cannot be yet.
 */
const meters: Readonly<Record<PlatformName, () => Meter>> = {
  slack: () => createBucket({ burst: 3, every: 1_000 }),
  discord: () => createWindow({ calls: 5, length: 5_000 }),
};

/** Keeps each channel's pace, so that the platform never has to say 429. Moments are milliseconds, by any one clock. */
export interface Pace {
  /** Notes a post to this space. */
  readonly note: (space: { readonly id: string; readonly platform: PlatformName }, now: number) => void;
  /** Spaces that must wait, with the moment from which they need not. */
  readonly waiting: (now: number) => ReadonlyMap<string, number>;
  /** How many posts a space takes at once; endlessly many where nothing has been posted lately. */
  readonly room: (spaceId: string, now: number) => number;
}

/** Where the pace does not matter. */
export const unpaced: Pace = { note: () => {}, waiting: () => new Map(), room: () => Number.POSITIVE_INFINITY };

/** A meter for each space that was posted to lately. */
export function createPace(): Pace {
  const busy = new Map<string, Meter>();
  return {
    note: ({ id, platform }, now) => {
      const meter = busy.get(id) ?? meters[platform]();
      meter.note(now);
      busy.set(id, meter);
    },
    waiting: (now) => {
      for (const [id, meter] of busy) if (meter.isIdle(now)) busy.delete(id);
      return new Map([...busy].filter(([, { room }]) => room(now) === 0).map(([id, { freeAt }]) => [id, freeAt()]));
    },
    room: (spaceId, now) => busy.get(spaceId)?.room(now) ?? Number.POSITIVE_INFINITY,
  };
}
