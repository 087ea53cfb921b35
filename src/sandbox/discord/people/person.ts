import type { Json } from '../json.ts';
import { type ApiChannel, channelType } from '../model.ts';
import { toOwners } from '../replies.ts';
import { applicationId, findPerson, guild, type SeedPerson } from '../seed.ts';
import { canSee, permissionsIn, toApiChannel, type World } from '../world.ts';

export function getPerson(personId: string): SeedPerson {
  const found = findPerson(personId);
  if (!found) throw new Error(`nobody has the id ${personId}`);
  return found;
}

/** The channel, as that person uses it; throws where they cannot see it. */
export function getChannelFor(world: World, personId: string, channelId: string): ApiChannel {
  const channel = world.channels.get(channelId);
  if (!channel || !canSee(world, personId, channel)) throw new Error(`${personId} sees no channel ${channelId}`);
  return channel;
}

/** A member as interactions carry it: with what they may do in that channel. */
function toInteractionMember(world: World, personId: string, channel: ApiChannel): Json {
  return { ...world.members.get(personId), permissions: String(permissionsIn(world, personId, channel)) };
}

/** What every interaction says of who, where and in which language. */
export function toSurroundings(world: World, personId: string, channel: ApiChannel): Json {
  const common = {
    channel_id: channel.id,
    channel: { ...toApiChannel(channel), permissions: String(permissionsIn(world, personId, channel)) },
    app_permissions: String(permissionsIn(world, applicationId, channel)),
    locale: getPerson(personId).locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: toOwners(channel),
  };
  if (channel.type === channelType.direct) return { ...common, context: 1, user: world.users.get(personId) };
  return {
    ...common,
    context: 0,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: [] },
    guild_locale: guild.preferred_locale,
    member: toInteractionMember(world, personId, channel),
  };
}

/** The users among the ids, as `resolved` carries them: each user, and the member without it. */
export function toResolvedUsers(world: World, ids: readonly string[], channel: ApiChannel): Json {
  const known = ids.filter((id) => world.users.has(id));
  if (known.length === 0) return {};
  const users = Object.fromEntries(known.map((id) => [id, world.users.get(id)]));
  if (!channel.guild_id) return { users };
  const members = known.map((id) => {
    const { user: _, deaf: _deaf, mute: _mute, ...rest } = toInteractionMember(world, id, channel);
    return [id, rest];
  });
  return { users, members: Object.fromEntries(members) };
}

/** Whom `@Kai`, `@Kai Nakamura`, `<@id>` or an id means; null for nobody. */
export function findUser(world: World, words: string): string | null {
  const id = /^<@!?(\d+)>$/.exec(words)?.[1] ?? words;
  if (world.users.has(id)) return id;
  const name = words.replace(/^@/, '').toLowerCase();
  const users = [...world.users.values()];
  const namesOf = (user: (typeof users)[number]) =>
    [user.global_name ?? '', user.username].map((one) => one.toLowerCase());
  const exact = users.find((user) => namesOf(user).includes(name));
  const first = users.find((user) => namesOf(user).some((one) => one.split(/[ .]/)[0] === name));
  return name === '' ? null : ((exact ?? first)?.id ?? null);
}

/** Turns `@Kai` and `@Kai Nakamura` into mentions, as the client does when a name is picked while typing. */
export function withMentions(world: World, text: string): string {
  if (!text.includes('@')) return text;
  return text.replace(/(?<![\w<])@([\p{L}\p{N}.]+)( [\p{L}]+)?/gu, (whole, first: string, second: string = '') => {
    const full = second === '' ? null : findUser(world, `${first}${second}`);
    if (full) return `<@${full}>`;
    const short = findUser(world, first);
    return short ? `<@${short}>${second}` : whole;
  });
}
