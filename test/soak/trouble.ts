import type { SandboxPlatform } from '../../src/sandbox/contract.ts';
import type { Chance } from './chance.ts';

/** What a platform does to a bot that asks it something. `post` and `lookup` are words of its calls. */
type Trouble = (platform: SandboxPlatform, calls: { readonly post: string; readonly lookup: string }) => void;

const callsOf = {
  slack: { post: 'chat.postMessage', lookup: 'conversations.history' },
  discord: { post: 'POST /channels/:id/messages', lookup: 'GET /channels/:id/messages' },
} as const;

const troubles: readonly [Trouble, ...Trouble[]] = [
  // Too many requests, of posts and of looks.
  ({ faults }, { post }) => faults.refuse(post, { status: 429, retryAfter: 1 }, 2),
  ({ faults }, { post, lookup }) => {
    faults.loseAnswer(post);
    faults.refuse(lookup, { status: 429, retryAfter: 1 });
  },
  // Down for a moment.
  ({ faults }, { post }) => faults.refuse(post, { status: 500 }, 5),
  ({ faults }, { post, lookup }) => {
    faults.loseAnswer(post);
    faults.refuse(lookup, { status: 500 }, 5);
  },
  // The connection closes once the post has been accepted, once or several times.
  ({ faults }, { post }) => faults.loseAnswer(post),
  ({ faults }, { post }) => {
    for (let times = 0; times < 5; times += 1) faults.loseAnswer(post);
  },
  ({ dropConnection }) => dropConnection(),
];

/** A platform misbehaves for its next calls. */
export function makeTrouble(platform: SandboxPlatform, chance: Chance): void {
  chance.oneOf(troubles)(platform, callsOf[platform.name]);
}
