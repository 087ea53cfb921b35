import type { PlatformName } from '../core/rich-text.ts';
import { createBucket, createEither, createRolling, type Meter } from './meters.ts';

/** A new post, the edit of one, or a look for one of which it is in doubt whether it was made. */
export type CallKind = 'post' | 'edit' | 'look';

/** For what calls are counted together: one channel, or a workspace with all its channels. */
export type Scope = 'space' | 'workspace';

interface Limit {
  readonly scope: Scope;
  readonly meter: () => Meter;
}

const minute = 60_000;

/**
 * Slack allows 50 edits a minute in a workspace ("Tier 3: 50+ per minute", per method and workspace). Twenty may come at
 * once, the others are spread over the minute, so that cards never stand still for most of it. One is left over.
 */
const editsInSlack = () =>
  createEither(createRolling({ calls: 20, length: minute }), createBucket({ burst: 1, every: minute / 29 }));

/**
 * How fast a platform takes calls.
 *
 * Slack (docs.slack.dev, "Rate limits"): "one message per second per channel", short bursts allowed; each method is
 * counted by itself, so edits take nothing from posts. Looking through a channel is as limited as editing; some looks
 * take a second call or a third, so not all that is allowed is planned with.
 *
 * Discord tells its limits with each answer, and discord.js waits by itself, also for the fifty calls a second of all
 * together. What is known of channels is planned with, so that nobody waits in a queue of discord.js whose turn it
 * cannot be yet: five posts in five seconds, and five edits, which are counted apart (discord-api-docs, issue 1442).
 */
export const limits: Readonly<Record<PlatformName, Readonly<Record<CallKind, readonly Limit[]>>>> = {
  slack: {
    post: [{ scope: 'space', meter: () => createBucket({ burst: 4, every: 1_000 }) }],
    edit: [{ scope: 'workspace', meter: editsInSlack }],
    look: [{ scope: 'workspace', meter: () => createRolling({ calls: 30, length: minute }) }],
  },
  discord: {
    post: [{ scope: 'space', meter: () => createRolling({ calls: 5, length: 5_000 }) }],
    edit: [{ scope: 'space', meter: () => createRolling({ calls: 5, length: 5_000 }) }],
    look: [],
  },
};

/** What a platform that says 429 wants to hear no more of: Slack may mean a whole workspace, Discord a channel. */
export const refusedScope: Readonly<Record<PlatformName, Scope>> = { slack: 'workspace', discord: 'space' };
