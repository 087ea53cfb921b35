import assert from 'node:assert/strict';
import { type SandboxMessage, type SandboxPlatform, until } from '../src/sandbox/contract.ts';

/** Somebody in a channel. */
export interface Post {
  readonly platform: SandboxPlatform;
  readonly personId: string;
  readonly channelId: string;
}

/** The person whose name begins so, in the channel of that name. */
export function toPost(platform: SandboxPlatform, name: string, channelName: string): Post {
  const person = platform.people.find((candidate) => candidate.name.startsWith(name));
  const channel = platform.channels().find((candidate) => candidate.name === channelName);
  assert.ok(person && channel, `${name} is not in ${channelName}`);
  return { platform, personId: person.id, channelId: channel.id };
}

/**
 * Types, and takes the time until the private answer is there, in milliseconds. What is typed is acknowledged with its
 * answer, so the end of the typing is the answer's arrival; that it came so, and says `words`, is checked afterwards.
 */
export async function askTimed({ platform, personId, channelId }: Post, text: string, words: string) {
  const startedAt = performance.now();
  await platform.type(personId, channelId, text);
  const took = performance.now() - startedAt;
  const answer = platform.messages(personId, channelId).findLast(({ privateTo }) => privateTo === personId);
  assert.ok(answer && says(answer, words), `${text} was not answered at once with "${words}"`);
  return { startedAt, took, answer };
}

/** Types, and resolves with the payload of the private answer to it, as JSON. */
export async function ask({ platform, personId, channelId }: Post, text: string): Promise<string> {
  const answers = () => platform.messages(personId, channelId).filter(({ privateTo }) => privateTo === personId);
  const before = answers().length;
  await platform.type(personId, channelId, text);
  const answer = await until([platform], () => answers()[before]);
  return JSON.stringify(answer.payload);
}

/** The moment at which a post with these words is seen in the channel, by the clock of `performance`. */
export async function seePost({ platform, personId, channelId }: Post, words: string): Promise<number> {
  let changedAt = performance.now();
  const stop = platform.onChange(() => {
    changedAt = performance.now();
  });
  try {
    return await until([platform], () => {
      const newest = platform.messages(personId, channelId).slice(-2);
      return newest.some((message) => message.privateTo === undefined && says(message, words)) && changedAt;
    });
  } finally {
    stop();
  }
}

function says({ payload }: SandboxMessage, words: string): boolean {
  return JSON.stringify(payload).includes(words);
}
