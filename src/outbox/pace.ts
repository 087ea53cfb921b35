import type { PlatformName } from '../core/rich-text.ts';
import { createBucket, createWindow, type Meter } from './meters.ts';

/**
 * How fast a platform takes posts in one channel.
 *
 * Slack: "one message per second per channel", short bursts allowed (docs.slack.dev, rate limits). Discord tells its
 * limits with each answer, and discord.js waits by itself; five posts in five seconds is what it tells of channels, and
 * what is known is planned with, so that nobody waits in a queue of discord.js whose turn it cannot be yet. Its edits
 * are counted apart, and generously; Slack's count like posts here, as Slack allows few of them.
 */
const meters: Readonly<Record<PlatformName, () => Meter>> = {
  slack: () => createBucket({ burst: 3, every: 1_000 }),
  discord: () => createWindow({ calls: 5, length: 5_000 }),
};

type PacedSpace = { readonly id: string; readonly platform: PlatformName };

/** Keeps each channel's pace, so that the platform never has to say 429. Moments are milliseconds, by any one clock. */
export interface Pace {
  /** Notes a post to this space, or an edit there. */
  readonly note: (space: PacedSpace, now: number, kind?: 'post' | 'edit') => void;
  /** Spaces that must wait, with the moment from which they need not. */
  readonly waiting: (now: number) => ReadonlyMap<string, number>;
  /** How many posts a space takes at once; endlessly many where nothing is known to hinder. */
  readonly room: (spaceId: string, now: number) => number;
}

/** Where the pace does not matter. */
export const unpaced: Pace = { note: () => {}, waiting: () => new Map(), room: () => Number.POSITIVE_INFINITY };

/** For how long a meter that counts nothing any more is kept, in milliseconds. */
const kept = 60_000;

/** A meter for each space that was posted to lately. */
export function createPace(): Pace {
  const busy = new Map<string, Meter>();
  return {
    note: ({ id, platform }, now, kind = 'post') => {
      if (platform === 'discord' && kind === 'edit') return;
      const meter = busy.get(id) ?? meters[platform]();
      meter.note(now);
      busy.set(id, meter);
    },
    waiting: (now) => {
      for (const [id, meter] of busy) if (meter.isIdle(now - kept)) busy.delete(id);
      return new Map([...busy].filter(([, { room }]) => room(now) === 0).map(([id, { freeAt }]) => [id, freeAt()]));
    },
    room: (spaceId, now) => busy.get(spaceId)?.room(now) ?? Number.POSITIVE_INFINITY,
  };
}
