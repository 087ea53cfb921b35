import { ApiError } from '../api-error.ts';
import type { SlackChannel } from '../channels.ts';
import type { SlackMessage } from '../messages.ts';
import { bot } from '../people.ts';
import type { Workspace } from '../workspace.ts';

/** The channel a call speaks of. Throws `channel_not_found`, for a deleted one too. */
export function getChannel(workspace: Workspace, address: string): SlackChannel {
  const channel = workspace.channels.findAddressed(address);
  if (!channel) throw new ApiError('channel_not_found');
  return channel;
}

/** A channel that the bot may write to. */
export function getWritableChannel(workspace: Workspace, address: string): SlackChannel {
  const channel = getChannel(workspace, address);
  if (channel.archived) throw new ApiError('is_archived');
  if (!channel.botIn) throw new ApiError('not_in_channel');
  if (channel.closed) throw new ApiError('messages_tab_disabled');
  return channel;
}

/** A channel whose messages the bot may read. */
export function getReadableChannel(workspace: Workspace, address: string): SlackChannel {
  const channel = getChannel(workspace, address);
  workspace.app.requireScope(channel.directWith ? 'im:history' : 'channels:history');
  if (!channel.botIn) throw new ApiError('not_in_channel');
  return channel;
}

/** A post of the bot's own that it may change. `refusal` is the error where somebody else wrote it. */
export function getOwnMessage(workspace: Workspace, address: string, ts: string, refusal: string): SlackMessage {
  const channel = getChannel(workspace, address);
  const message = workspace.messages.find(ts);
  // A private answer is out of reach for these methods: only its response_url can change it.
  if (!message || message.channelId !== channel.id || message.privateTo) throw new ApiError('message_not_found');
  if (message.author.id !== bot.id) throw new ApiError(refusal);
  if (channel.archived) throw new ApiError('is_archived');
  return message;
}
