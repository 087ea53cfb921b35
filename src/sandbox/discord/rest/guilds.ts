import { asText, type Json } from '../json.ts';
import { channelType } from '../model.ts';
import { toRestError } from '../rest-error.ts';
import { applicationId, guild } from '../seed.ts';
import { canSee, toApiChannel, type World } from '../world.ts';
import { type Call, ok, type Route, route } from './router.ts';

/** The server, its channels, roles and members. */
export function guildRoutes(world: World): readonly Route[] {
  return [
    route('GET /guilds/:guild', (call) => ok(own(call) && toGuild(world))),
    route('GET /guilds/:guild/channels', (call) => ok(own(call) && serverChannels(world))),
    route('GET /guilds/:guild/roles', (call) => ok(own(call) && [...world.roles.values()])),
    route('GET /guilds/:guild/members/:user', (call) => ok(own(call) && getMember(world, call.params.user ?? ''))),
    route('GET /guilds/:guild/members', () => {
      // The list of members is for applications with the members intent.
      throw toRestError(50001);
    }),
  ];
}

/** Refuses servers that the bot is not on. */
function own({ params }: Call): true {
  if (params.guild !== guild.id) throw toRestError(10004);
  return true;
}

function getMember(world: World, userId: string): object {
  if (!world.users.has(userId)) throw toRestError(10013);
  const member = world.members.get(userId);
  if (!member) throw toRestError(10007);
  return member;
}

function serverChannels(world: World): readonly Json[] {
  return [...world.channels.values()].filter((channel) => channel.type === channelType.text).map(toApiChannel);
}

/** The server, as REST shows it. */
function toGuild(world: World): Json {
  return {
    ...guild,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: [...world.roles.values()],
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    vanity_url_code: null,
    max_members: 500_000,
  };
}

/** The server, as the gateway shows it to a bot without the members intent: of the members, the bot alone. */
export function toGuildCreate(world: World): Json {
  return {
    ...toGuild(world),
    joined_at: asText(world.members.get(applicationId)?.joined_at),
    large: false,
    unavailable: false,
    member_count: world.members.size,
    members: [world.members.get(applicationId)],
    channels: [...world.channels.values()]
      .filter((channel) => channel.type === channelType.text && canSee(world, applicationId, channel))
      .map(toApiChannel),
    threads: [...world.channels.values()].filter((channel) => channel.type === channelType.thread).map(toApiChannel),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [...world.scheduledEvents.values()],
    soundboard_sounds: [],
  };
}
