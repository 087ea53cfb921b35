import type { SandboxChannel, SandboxMessage } from '../../contract.ts';
import { findMessage, messagesOf } from '../messages.ts';
import { type ApiChannel, channelType, type StoredMessage } from '../model.ts';
import { canSee, type World } from '../world.ts';

/** Every channel, the direct conversations under the name of their person. */
export function toSandboxChannels(world: World): readonly SandboxChannel[] {
  return [...world.channels.values()].map(toSandboxChannel);
}

function toSandboxChannel(channel: ApiChannel): SandboxChannel {
  const [person] = channel.recipients ?? [];
  if (channel.type !== channelType.direct || !person) return { id: channel.id, name: channel.name ?? '' };
  return { id: channel.id, name: person.global_name ?? person.username, directWith: person.id };
}

/** What that person sees in that channel, oldest first; nothing where they may not look. */
export function messagesFor(world: World, personId: string, channelId: string): readonly SandboxMessage[] {
  const channel = world.channels.get(channelId);
  if (!channel || !canSee(world, personId, channel)) return [];
  return [...messagesOf(world, channelId).values()]
    .filter((message) => isVisible(message, personId))
    .map(toSandboxMessage);
}

/** The message as that person sees it; throws where they do not. */
export function getVisible(world: World, personId: string, messageId: string): StoredMessage {
  const found = findMessage(world, messageId);
  const channel = found && world.channels.get(found.api.channel_id);
  if (!found || !channel || !isVisible(found, personId) || !canSee(world, personId, channel)) {
    throw new Error(`${personId} sees no message ${messageId}`);
  }
  return found;
}

function isVisible(message: StoredMessage, personId: string): boolean {
  return message.privateTo === null || message.privateTo === personId;
}

function toSandboxMessage({ api, privateTo, notice }: StoredMessage): SandboxMessage {
  const { id, username, global_name, bot } = api.author;
  return {
    id: api.id,
    channelId: api.channel_id,
    author: { id, name: global_name ?? username, bot: bot === true },
    at: api.timestamp,
    edited: api.edited_timestamp !== null,
    ...(privateTo ? { privateTo } : {}),
    payload: notice ?? { ...api },
  };
}
