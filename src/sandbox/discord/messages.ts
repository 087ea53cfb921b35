import { numberComponents } from './component-tree.ts';
import { intent } from './intents.ts';
import { asInteger, asJsonList, asText, type Json } from './json.ts';
import { toMentions } from './mentions.ts';
import {
  type ApiChannel,
  type ApiMessage,
  type ApiUser,
  channelType,
  messageFlag,
  messageType,
  postableFlags,
  type StoredMessage,
} from './model.ts';
import { applicationId } from './seed.ts';
import { canSee, type World } from './world.ts';

/** What a new message is besides its body. */
export interface Draft {
  readonly channel: ApiChannel;
  readonly author: ApiUser;
  readonly body: Json;
  readonly privateTo?: string;
  readonly token?: string;
  readonly notice?: Json;
  /** Flags beyond those that a bot may set: private, loading. */
  readonly flags?: number;
  readonly extra?: Partial<Pick<ApiMessage, 'type' | 'interaction_metadata' | 'message_reference' | 'webhook_id'>>;
}

/** Posts a message (its body judged already), tells the bot and the people. */
export function postMessage(world: World, draft: Draft): StoredMessage {
  const message: StoredMessage = {
    api: toMessage(world, draft),
    privateTo: draft.privateTo ?? null,
    notice: draft.notice ?? null,
    token: draft.token ?? null,
  };
  messagesOf(world, draft.channel.id).set(message.api.id, message);
  if (!message.privateTo) draft.channel.last_message_id = message.api.id;
  tell(world, 'MESSAGE_CREATE', message);
  world.changed();
  return message;
}

/** Changes what the body names of a message; a loading one is loading no more. */
export function editMessage(world: World, message: StoredMessage, body: Json): StoredMessage {
  const { api } = message;
  const loading = (api.flags & messageFlag.loading) !== 0;
  const contents = toContents({ ...api, ...body }, body);
  const reworded = body.content !== undefined || body.components !== undefined;
  const flags = (api.flags & ~messageFlag.loading) | (asInteger(body.flags) & postableFlags);
  const edited: StoredMessage = {
    ...message,
    api: {
      ...api,
      ...contents,
      ...(reworded ? toMentions(world, contents.content, contents.components, body.allowed_mentions) : {}),
      flags,
      edited_timestamp: loading ? null : world.now().toISOString(),
    },
  };
  messagesOf(world, api.channel_id).set(api.id, edited);
  tell(world, 'MESSAGE_UPDATE', edited);
  world.changed();
  return edited;
}

export function removeMessage(world: World, message: StoredMessage): void {
  const { id, channel_id } = message.api;
  messagesOf(world, channel_id).delete(id);
  if (!message.privateTo) {
    const guild_id = world.channels.get(channel_id)?.guild_id;
    world.gateway.dispatch('MESSAGE_DELETE', intentOf(world, message), { id, channel_id, guild_id });
  }
  world.changed();
}

/** The messages of a channel, oldest first. */
export function messagesOf(world: World, channelId: string): Map<string, StoredMessage> {
  const found = world.messages.get(channelId) ?? new Map<string, StoredMessage>();
  if (!world.messages.has(channelId)) world.messages.set(channelId, found);
  return found;
}

/** A message wherever it stands. */
export function findMessage(world: World, messageId: string): StoredMessage | null {
  for (const messages of world.messages.values()) {
    const found = messages.get(messageId);
    if (found) return found;
  }
  return null;
}

/**
 * A message as the bot may read it without the message content intent: its words only where it wrote them, is mentioned
 * in them, or reads them in a direct conversation.
 */
export function toReadable(world: World, { api }: StoredMessage): ApiMessage {
  const own = api.author.id === applicationId || api.mentions.some((user) => user.id === applicationId);
  const direct = world.channels.get(api.channel_id)?.type === channelType.direct;
  return own || direct ? api : { ...api, content: '', embeds: [], attachments: [], components: [] };
}

function toMessage(world: World, { channel, author, body, flags = 0, extra }: Draft): ApiMessage {
  const nonce = body.nonce;
  const contents = toContents(body, body);
  return {
    id: world.nextId(),
    channel_id: channel.id,
    type: messageType.default,
    author,
    ...contents,
    ...toMentions(world, contents.content, contents.components, body.allowed_mentions),
    timestamp: world.now().toISOString(),
    edited_timestamp: null,
    tts: body.tts === true,
    flags: (asInteger(body.flags) & postableFlags) | flags,
    pinned: false,
    ...(typeof nonce === 'string' || typeof nonce === 'number' ? { nonce } : {}),
    ...extra,
  };
}

function toContents(merged: Json, body: Json): Pick<ApiMessage, 'content' | 'embeds' | 'components' | 'attachments'> {
  return {
    content: asText(merged.content).trim(),
    embeds: asJsonList(merged.embeds).map((embed) => ({ type: 'rich', ...embed })),
    components: body.components === undefined ? asJsonList(merged.components) : numberComponents(body.components),
    attachments: asJsonList(merged.attachments),
  };
}

function tell(world: World, event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: StoredMessage): void {
  if (message.privateTo) return;
  const channel = world.channels.get(message.api.channel_id);
  if (!channel || !canSee(world, applicationId, channel)) return;
  const member = channel.guild_id ? world.members.get(message.api.author.id) : undefined;
  const { user: _, ...partialMember } = member ?? { user: null };
  world.gateway.dispatch(event, intentOf(world, message), {
    ...toReadable(world, message),
    ...(channel.guild_id ? { guild_id: channel.guild_id, member: partialMember } : {}),
    channel_type: channel.type,
  });
}

function intentOf(world: World, message: StoredMessage): number {
  const direct = world.channels.get(message.api.channel_id)?.type === channelType.direct;
  return direct ? intent.directMessages : intent.guildMessages;
}
