import assert from 'node:assert/strict';
import { type SandboxMessage, type SandboxPlatform, until } from '../../src/sandbox/contract.ts';

/** A person at their screen, on one of the sandbox's platforms, in one channel. */
export interface Actor {
  readonly id: string;
  readonly channelId: string;
  readonly platform: SandboxPlatform;
  readonly type: (text: string) => Promise<void>;
  /** The private answers to them so far, as plain words, oldest first. */
  readonly answers: () => readonly string[];
  /** What everybody sees in the channel, as plain words, oldest first. */
  readonly posts: () => readonly string[];
  /** Types, and waits for the private answer to it. */
  readonly ask: (text: string) => Promise<string>;
  /** Presses the control of that label on the newest message that has it, and waits for nothing. */
  readonly press: (label: string) => Promise<void>;
  /** Resolves with the first thing seen in the channel that matches. */
  readonly see: (words: RegExp) => Promise<string>;
  /** Resolves when nothing in the channel matches any more. */
  readonly seeNoMore: (words: RegExp) => Promise<unknown>;
}

/** The person whose name begins so, in the channel of that name (the first one where none is given). */
export function actor(platform: SandboxPlatform, name: string, channelName?: string): Actor {
  const person = platform.people.find((candidate) => candidate.name.startsWith(name));
  const rooms = platform.channels().filter(({ directWith }) => directWith === undefined);
  const channel = channelName ? rooms.find((room) => room.name.includes(channelName)) : rooms[0];
  assert.ok(person && channel, `${name} is not in ${channelName} of the sandbox`);
  const { id } = person;
  const channelId = channel.id;
  const shown = () => platform.messages(id, channelId);
  const answers = () => shown().filter(isPrivate).map(wordsOf);
  const see = (words: RegExp) =>
    until([platform], () =>
      shown()
        .map(wordsOf)
        .find((seen) => words.test(seen)),
    );
  const type = (text: string) => platform.type(id, channelId, text);
  return {
    id,
    channelId,
    platform,
    type,
    answers,
    posts: () =>
      shown()
        .filter((message) => !isPrivate(message))
        .map(wordsOf),
    see,
    seeNoMore: (words) =>
      until(
        [platform],
        () =>
          !shown()
            .map(wordsOf)
            .some((seen) => words.test(seen)),
      ),
    ask: async (text) => {
      const before = answers().length;
      await type(text);
      return until([platform], () => answers()[before]);
    },
    press: async (label) => {
      const message = shown().findLast((candidate) => controlOf(candidate, label));
      assert.ok(message, `nothing to press is called ${label}`);
      await platform.press(id, message.id, controlOf(message, label) ?? '');
    },
  };
}

function isPrivate({ privateTo }: SandboxMessage): boolean {
  return privateTo !== undefined;
}

/** All words that a message shows, of whichever platform, in their order. */
export function wordsOf({ payload }: Pick<SandboxMessage, 'payload'>): string {
  const shown = 'blocks' in payload ? payload.blocks : [payload.content, payload.components, payload.embeds];
  return stringsIn(shown, new Set(['text', 'content', 'label', 'user_id', 'url']))
    .join(' ')
    .replace(/\\|\*\*/g, '')
    .replace(/\s+/g, ' ');
}

function stringsIn(node: unknown, keys: ReadonlySet<string>): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => (typeof each === 'string' ? [each] : stringsIn(each, keys)));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value === 'string') return keys.has(key) ? [value] : [];
    return stringsIn(value, keys);
  });
}

/** The id of the control with that label. */
function controlOf({ payload }: SandboxMessage, label: string): string | undefined {
  return findControl(payload, label);
}

function findControl(node: unknown, label: string): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { action_id, custom_id, text, label: name } = node as Record<string, unknown>;
  const id = action_id ?? custom_id;
  const shown = name ?? (text as { text?: string } | undefined)?.text;
  if (typeof id === 'string' && shown === label) return id;
  for (const child of Object.values(node)) {
    const found = findControl(child, label);
    if (found) return found;
  }
  return undefined;
}
