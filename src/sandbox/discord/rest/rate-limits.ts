import { createHash } from 'node:crypto';
import type { Json } from '../json.ts';

/** So many calls in a window of so many milliseconds. */
interface RateRule {
  readonly calls: number;
  readonly window: number;
}

export interface RateRules {
  /** All calls with one token together, whoever makes them; answers to interactions, first and later ones, apart. */
  readonly global: RateRule;
  /** New messages in one channel. */
  readonly newMessages: RateRule;
  /** Edits of messages in one channel: counted apart from new ones. */
  readonly edits: RateRule;
  /** Every other route, by its channel, server or webhook. */
  readonly other: RateRule;
}

/** What Discord holds a bot to. The last is generous, as Discord does not publish it and nobody tells of it. */
export const publishedRules: RateRules = {
  global: { calls: 50, window: 1_000 },
  newMessages: { calls: 5, window: 5_000 },
  edits: { calls: 5, window: 5_000 },
  other: { calls: 40, window: 1_000 },
};

const kinds: Readonly<Record<string, keyof RateRules>> = {
  'POST /channels/:id/messages': 'newMessages',
  'PATCH /channels/:id/messages/:id': 'edits',
};

/** "Interaction endpoints are not bound to the bot's Global Rate Limit" (Discord's documentation, "Rate Limits"). */
function isOfInteraction(address: string): boolean {
  return /^[A-Z]+ \/(interactions|webhooks)\//.test(address);
}

function kindOf(address: string): keyof RateRules {
  return kinds[address] ?? 'other';
}

/** Whether a call is taken, and what its headers say. */
export interface RateVerdict {
  readonly headers: Record<string, string>;
  /** The body of the 429 that a call gets which is not taken. */
  readonly refusal: Json | null;
}

/** Which call, and whose. */
interface LimitedCall {
  readonly address: string;
  /** The channel, server or webhook that it is about. */
  readonly major: string;
  /** The header by which it says who it is from. */
  readonly authorization?: string | undefined;
}

export interface RateLimits {
  readonly take: (call: LimitedCall, enforced: boolean) => RateVerdict;
}

interface Bucket {
  used: number;
  endsAt: number;
}

/** Counts in real time, as the client waits in real time. Where limits are off, nothing is ever used up. */
export function createRateLimits(rules: RateRules = publishedRules, clock = () => performance.now()): RateLimits {
  const buckets = new Map<string, Bucket>();
  const hashes = new Map<string, string>();

  function use(key: string, { calls, window }: RateRule): { left: number; wait: number } {
    const now = clock();
    const known = buckets.get(key);
    const bucket = known && known.endsAt > now ? known : { used: 0, endsAt: now + window };
    buckets.set(key, bucket);
    bucket.used += 1;
    return { left: calls - bucket.used, wait: bucket.endsAt - now };
  }

  function hashOf(address: string): string {
    const known = hashes.get(address) ?? createHash('sha1').update(address).digest('hex').slice(0, 32);
    hashes.set(address, known);
    return known;
  }

  return {
    take: ({ address, major, authorization = '' }, enforced) => {
      const rule = rules[kindOf(address)];
      if (!enforced) return { headers: toHeaders(hashOf(address), rule, rule.calls - 1, rule.window), refusal: null };
      if (!isOfInteraction(address)) {
        const all = use(`global ${authorization}`, rules.global);
        if (all.left < 0) return refuse(all.wait, 'global', {});
      }
      const own = use(`${address} ${major}`, rule);
      const headers = toHeaders(hashOf(address), rule, Math.max(own.left, 0), own.wait);
      return own.left < 0 ? refuse(own.wait, 'user', headers) : { headers, refusal: null };
    },
  };
}

/** A 429 with its body; `wait` in milliseconds. */
export function refuse(
  wait: number,
  scope: 'user' | 'global' | 'shared',
  headers: Readonly<Record<string, string>>,
): RateVerdict {
  const seconds = Math.max(Math.ceil(wait), 1) / 1_000;
  return {
    headers: {
      ...headers,
      'retry-after': String(seconds),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    refusal: { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' },
  };
}

function toHeaders(bucket: string, { calls }: RateRule, left: number, wait: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(calls),
    'x-ratelimit-remaining': String(left),
    'x-ratelimit-reset': ((Date.now() + wait) / 1_000).toFixed(3),
    'x-ratelimit-reset-after': (wait / 1_000).toFixed(3),
    'x-ratelimit-bucket': bucket,
  };
}
