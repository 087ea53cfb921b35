import type { SandboxPerson } from '../contract.ts';
import {
  type ApiChannel,
  type ApiMember,
  type ApiOverwrite,
  type ApiRole,
  type ApiUser,
  channelType,
} from './model.ts';
import { bits, permission } from './permissions.ts';
import { isSnowflake, toSnowflake } from './snowflake.ts';

/** When the server was made. Its ids stay the same from one start to the next, so that what was linked stays linked. */
const founded = new Date('2024-03-01T17:00:00Z');

const idOf = (sequence: number) => toSnowflake(founded, sequence);

/** The server itself; its @everyone role has the same id. Nobody of the people owns it. */
export const guild = {
  id: idOf(1),
  name: 'River City Youth',
  owner_id: idOf(2),
  preferred_locale: 'en-US',
} as const;

/** The bot: on Discord an application and its user share their id. */
export const applicationId = idOf(3);

/** A person of the server. */
export interface SeedPerson extends SandboxPerson {
  readonly username: string;
  readonly adult: boolean;
}

const named = (sequence: number, name: string, rest: Omit<SeedPerson, 'id' | 'name' | 'username'>): SeedPerson => ({
  id: idOf(sequence),
  name,
  username: name.toLowerCase().replace(' ', '.'),
  ...rest,
});

/** Who uses the sandbox. The zone is what their clocks show; Discord never tells it to a bot. */
export const people: readonly SeedPerson[] = [
  named(10, 'Luz Herrera', { locale: 'es-ES', zone: 'Europe/Madrid', admin: true, adult: true }),
  named(11, 'Kai Nakamura', { locale: 'en-US', zone: 'America/Los_Angeles', admin: false, adult: false }),
  named(12, 'Noor Haddad', { locale: 'en-GB', zone: 'Europe/London', admin: true, adult: true }),
  named(13, 'Dani Costa', { locale: 'es-419', zone: 'America/Sao_Paulo', admin: false, adult: false }),
];

/** From which number on the ids of a crowd count. */
const firstOfCrowd = 10_000;

/** So many other people, for programs that need many. They have no direct conversation with the bot. */
export function createCrowd(count: number): readonly SeedPerson[] {
  return Array.from({ length: count }, (_, index) => toCrowdPerson(index));
}

function toCrowdPerson(number: number): SeedPerson {
  const rest = { locale: 'en-US', zone: 'America/Chicago', admin: false, adult: true };
  return named(firstOfCrowd + number, `Friend ${number}`, rest);
}

/** Who has this id; null where nobody has. */
export function findPerson(id: string): SeedPerson | null {
  const number = isSnowflake(id) ? Number(BigInt(id) - BigInt(idOf(firstOfCrowd))) : -1;
  const isOfCrowd = number >= 0 && number < firstOfCrowd;
  return isOfCrowd ? toCrowdPerson(number) : (people.find((person) => person.id === id) ?? null);
}

export const roleIds = { organizers: idOf(20), adults: idOf(21), bot: idOf(22) } as const;

export const botUser: ApiUser = { ...toUser(applicationId, 'Convener', null), bot: true };

const owner = toUser(guild.owner_id, 'river.city.library', 'River City Library');

/** The members of the server; `more`: so many others of a crowd. Their users are all users that there are. */
export function createMembers(more: number): readonly ApiMember[] {
  return [
    toMember(botUser, [roleIds.bot]),
    toMember(owner, []),
    ...[...people, ...createCrowd(more)].map((person) =>
      toMember(toUser(person.id, person.username, person.name), [
        ...(person.admin ? [roleIds.organizers] : []),
        ...(person.adult ? [roleIds.adults] : []),
      ]),
    ),
  ];
}

/** `@everyone` may mention everybody, as on a server that nobody has configured: a bot must hold back by itself. */
const everyone = bits(
  permission.createInvite,
  permission.viewChannel,
  permission.sendMessages,
  permission.embedLinks,
  permission.attachFiles,
  permission.readHistory,
  permission.addReactions,
  permission.mentionEveryone,
  permission.useCommands,
  permission.createPublicThreads,
  permission.sendInThreads,
);

export const roles: readonly ApiRole[] = [
  toRole(guild.id, '@everyone', 0, everyone),
  toRole(roleIds.adults, 'Adults', 1, 0n),
  toRole(roleIds.organizers, 'Organizers', 2, bits(permission.manageGuild)),
  {
    ...toRole(roleIds.bot, 'Convener', 3, bits(permission.manageEvents, permission.createEvents)),
    managed: true,
    tags: { bot_id: applicationId },
  },
];

const deny = (id: string): ApiOverwrite => ({ id, type: 0, allow: '0', deny: String(permission.viewChannel) });
const allow = (id: string): ApiOverwrite => ({ id, type: 0, allow: String(permission.viewChannel), deny: '0' });

/**
 * A new list each time, as channels change. A direct conversation with the bot stands open for every person. `more`: so
 * many other channels, for programs that need many.
 */
export function createChannels(more = 0): readonly ApiChannel[] {
  const adultsOnly = [deny(guild.id), allow(roleIds.adults), allow(roleIds.bot)];
  return [
    toTextChannel(30, 'general', 0, []),
    toTextChannel(31, 'projects', 1, []),
    toTextChannel(32, 'adults-only', 2, adultsOnly),
    ...Array.from({ length: more }, (_, index) => toTextChannel(100 + index, `more-${index}`, 3 + index, [])),
    ...people.map((person, index) => toDirectChannel(40 + index, toUser(person.id, person.username, person.name))),
  ];
}

function toUser(id: string, username: string, name: string | null): ApiUser {
  return { id, username, global_name: name, discriminator: '0', avatar: null, public_flags: 0 };
}

function toMember(user: ApiUser, roles: readonly string[]): ApiMember {
  return {
    user,
    nick: null,
    avatar: null,
    roles,
    joined_at: founded.toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

function toRole(id: string, name: string, position: number, permissions: bigint): ApiRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

function toTextChannel(
  sequence: number,
  name: string,
  position: number,
  overwrites: readonly ApiOverwrite[],
): ApiChannel {
  return {
    id: idOf(sequence),
    type: channelType.text,
    flags: 0,
    guild_id: guild.id,
    name,
    position,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: overwrites,
    last_message_id: null,
  };
}

function toDirectChannel(sequence: number, user: ApiUser): ApiChannel {
  return {
    id: idOf(sequence),
    type: channelType.direct,
    flags: 0,
    recipients: [user],
    permission_overwrites: [],
    last_message_id: null,
  };
}
