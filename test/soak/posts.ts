import { toMark } from '../../src/platforms/discord/posts.ts';
import type { SandboxMessage, SandboxPlatform } from '../../src/sandbox/contract.ts';
import { createChanges } from '../../src/sandbox/shared/changes.ts';
import { wordsOf } from '../support/seen.ts';

/** What the bot posted on both platforms, each post as it was when it was new. */
export interface Posts {
  readonly all: readonly Post[];
  /** How often a bot looked whether a delivery in doubt had been posted. */
  readonly lookups: () => number;
  /** Called within the call that made a post, before whoever made it is answered. Returns its own undoing. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface Post {
  /** That of `markOf` its delivery. */
  readonly mark: string;
  readonly words: string;
  /** By the platform's clock, as ISO 8601. */
  readonly at: string;
}

/** How the post of a delivery can be known on a platform. */
export function markOf(platform: 'slack' | 'discord', deliveryId: string): string {
  return `${platform} ${platform === 'slack' ? deliveryId : toMark(deliveryId)}`;
}

const lookup = /^(?:conversations\.history|GET \/channels\/:\w+\/messages)$/;

/** Watches from now on. */
export function watchPosts(platforms: readonly SandboxPlatform[]): Posts {
  const all: Post[] = [];
  const { onChange, changed } = createChanges();
  let lookups = 0;
  for (const platform of platforms) {
    const known = new Set<string>();
    let lastCall: unknown;
    platform.onChange(() => {
      const call = platform.calls.at(-1);
      if (call !== lastCall && call && lookup.test(call.method)) lookups += 1;
      lastCall = call;
      const fresh = newest(platform, known);
      all.push(...fresh.flatMap((message) => toPost(platform, message)));
      if (fresh.length > 0) changed();
    });
  }
  return { all, lookups: () => lookups, onChange };
}

/** The posts of all channels and conversations that are not known yet. */
function newest(platform: SandboxPlatform, known: Set<string>): SandboxMessage[] {
  return platform.channels().flatMap(({ id, directWith }) => {
    const messages = platform.people
      .filter((person) => (directWith ?? person.id) === person.id)
      .map((person) => platform.messages(person.id, id))
      .find((seen) => seen.length > 0);
    const fresh: SandboxMessage[] = [];
    for (let index = (messages?.length ?? 0) - 1; index >= 0; index -= 1) {
      const message = messages?.[index];
      if (!message || known.has(message.id)) break;
      known.add(message.id);
      fresh.push(message);
    }
    return fresh;
  });
}

function toPost({ name }: SandboxPlatform, message: SandboxMessage): Post[] {
  const mark = name === 'slack' ? markInSlack(message) : markInDiscord(message);
  return mark === undefined ? [] : [{ mark: `${name} ${mark}`, words: wordsOf(message), at: message.at }];
}

function markInSlack({ payload }: SandboxMessage): unknown {
  const { event_payload: marked } = (payload.metadata ?? {}) as { event_payload?: { delivery_id?: string } };
  return marked?.delivery_id;
}

const container = 17;

function markInDiscord({ payload }: SandboxMessage): unknown {
  const components = (payload.components ?? []) as readonly { type: number; id: number }[];
  return components.find(({ type }) => type === container)?.id;
}
