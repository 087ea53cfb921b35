import type { Changes } from '../shared/changes.ts';
import type { Gateway } from './gateway.ts';
import type { Json } from './json.ts';
import {
  type ApiChannel,
  type ApiMember,
  type ApiRole,
  type ApiUser,
  channelType,
  type StoredMessage,
} from './model.ts';
import { directPermissions, type Permission, permission, permissionsOf } from './permissions.ts';
import { toRestError } from './rest-error.ts';
import * as seed from './seed.ts';
import { createSnowflakes } from './snowflake.ts';

/** Everything that Discord remembers, and the two ways in which it tells of a change. */
export interface World {
  readonly now: () => Date;
  readonly nextId: () => string;
  readonly users: ReadonlyMap<string, ApiUser>;
  readonly members: ReadonlyMap<string, ApiMember>;
  readonly roles: Map<string, ApiRole>;
  readonly channels: Map<string, ApiChannel>;
  /** By channel, then by id, oldest first. */
  readonly messages: Map<string, Map<string, StoredMessage>>;
  /** By id: those of the application and those of the server alone. */
  readonly commands: Map<string, Json>;
  readonly scheduledEvents: Map<string, Json>;
  /** People who take no direct messages from the bot. */
  readonly closedToDirect: Set<string>;
  /** What the bot is told. */
  readonly gateway: Pick<Gateway, 'dispatch'>;
  /** Tells the page and the tests that there is something new to see. */
  readonly changed: () => void;
}

export function createWorld(
  now: () => Date,
  gateway: Pick<Gateway, 'dispatch'>,
  changes: Changes,
  more: { readonly channels: number; readonly people: number },
): World {
  const members = seed.createMembers(more.people);
  return {
    now,
    nextId: createSnowflakes(now),
    users: new Map(members.map(({ user }) => [user.id, user])),
    members: new Map(members.map((member) => [member.user.id, member])),
    roles: new Map(seed.roles.map((role) => [role.id, role])),
    channels: new Map(seed.createChannels(more.channels).map((channel) => [channel.id, channel])),
    messages: new Map(),
    commands: new Map(),
    scheduledEvents: new Map(),
    closedToDirect: new Set(),
    gateway,
    changed: changes.changed,
  };
}

/** What that user may do in that channel; nothing in somebody else's direct conversation. */
export function permissionsIn(world: World, userId: string, channel: ApiChannel): bigint {
  if (channel.type === channelType.direct) {
    const takesPart = userId === seed.applicationId || channel.recipients?.[0]?.id === userId;
    return takesPart ? directPermissions : 0n;
  }
  const member = world.members.get(userId);
  const parent = channel.type === channelType.thread ? world.channels.get(channel.parent_id ?? '') : channel;
  return member && parent ? permissionsOf(member, world.roles, seed.guild, parent) : 0n;
}

export function canSee(world: World, userId: string, channel: ApiChannel): boolean {
  return (permissionsIn(world, userId, channel) & permission.viewChannel) !== 0n;
}

/** The channel, as the bot may use it: 10003 where there is none, 50001 unseen, 50013 without that permission. */
export function getChannelForBot(
  world: World,
  channelId: string,
  needed: Permission = permission.viewChannel,
): ApiChannel {
  const channel = world.channels.get(channelId);
  if (!channel) throw toRestError(10003);
  const held = permissionsIn(world, seed.applicationId, channel);
  if ((held & permission.viewChannel) === 0n) throw toRestError(50001);
  if ((held & needed) === 0n) throw toRestError(50013);
  return channel;
}

/** The direct conversation of that person with the bot. */
export function getDirectChannel(world: World, userId: string): ApiChannel {
  const found = [...world.channels.values()].find(
    (channel) => channel.type === channelType.direct && channel.recipients?.[0]?.id === userId,
  );
  if (!found) throw toRestError(10013);
  return found;
}

/** A channel as its members' clients and the bot are shown it. */
export function toApiChannel(channel: ApiChannel): Json {
  const { permission_overwrites, ...rest } = channel;
  return channel.type === channelType.text ? { ...rest, permission_overwrites } : rest;
}
