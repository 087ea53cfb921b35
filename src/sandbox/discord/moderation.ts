import { intent } from './intents.ts';
import { findMessage, removeMessage } from './messages.ts';
import { bits, permission } from './permissions.ts';
import { applicationId, roleIds } from './seed.ts';
import { toApiChannel, type World } from './world.ts';

/** What owners and moderators do, and people in their own settings. */
export interface Moderation {
  readonly deleteChannel: (channelId: string) => void;
  readonly deleteMessage: (messageId: string) => void;
  /** Whether the bot may see that channel; without, it is told 50001. */
  readonly setBotAccess: (channelId: string, allowed: boolean) => void;
  /** Whether the bot may make events in the server's calendar; without, it is told 50013. */
  readonly setCalendarAccess: (allowed: boolean) => void;
  readonly deleteScheduledEvent: (eventId: string) => void;
  /** Whether that person takes direct messages from the bot; if not, it is told 50007. */
  readonly setDirectMessages: (personId: string, allowed: boolean) => void;
}

export function createModeration(world: World): Moderation {
  return {
    deleteChannel: (channelId) => {
      const channel = world.channels.get(channelId);
      if (!channel) return;
      world.channels.delete(channelId);
      world.messages.delete(channelId);
      world.gateway.dispatch('CHANNEL_DELETE', intent.guilds, toApiChannel(channel));
      world.changed();
    },
    deleteMessage: (messageId) => {
      const message = findMessage(world, messageId);
      if (message) removeMessage(world, message);
    },
    setBotAccess: (channelId, allowed) => {
      const channel = world.channels.get(channelId);
      if (!channel) return;
      const others = channel.permission_overwrites.filter((one) => one.id !== applicationId);
      const view = String(permission.viewChannel);
      const own = { id: applicationId, type: 1, allow: allowed ? view : '0', deny: allowed ? '0' : view } as const;
      channel.permission_overwrites = [...others, own];
      world.gateway.dispatch('CHANNEL_UPDATE', intent.guilds, toApiChannel(channel));
      world.changed();
    },
    setCalendarAccess: (allowed) => {
      const role = world.roles.get(roleIds.bot);
      const permissions = String(allowed ? bits(permission.createEvents) : 0n);
      if (role) world.roles.set(role.id, { ...role, permissions });
    },
    deleteScheduledEvent: (eventId) => {
      world.scheduledEvents.delete(eventId);
      world.changed();
    },
    setDirectMessages: (personId, allowed) => {
      if (allowed) world.closedToDirect.delete(personId);
      else world.closedToDirect.add(personId);
    },
  };
}
