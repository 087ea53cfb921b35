import { asInteger, asList, asText, type Json } from './json.ts';
import { applicationId, botUser, guild } from './seed.ts';
import { hears, type Session } from './session.ts';
import type { World } from './world.ts';

/** What a client is told first: who it is, where it is, and how to come back. */
export function toReady(session: Session, gatewayUrl: string): Json {
  return {
    v: 10,
    user: { ...botUser, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: hears(session, guild.id) ? [{ id: guild.id, unavailable: true }] : [],
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: gatewayUrl,
    shard: session.shard,
    application: { id: applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
  };
}

/** The members of the server that a client asked for, by id or by the beginning of their name. */
export function toMembersChunk(world: World, { user_ids, query, limit, nonce }: Json): Json {
  const ids = typeof user_ids === 'string' ? [user_ids] : asList(user_ids);
  const start = asText(query).toLowerCase();
  const members = [...world.members.values()].filter(({ user }) =>
    user_ids === undefined ? start !== '' && user.username.startsWith(start) : ids.includes(user.id),
  );
  return {
    guild_id: guild.id,
    members: asInteger(limit) > 0 ? members.slice(0, asInteger(limit)) : members,
    not_found: ids.filter((id) => !world.members.has(asText(id))),
    chunk_index: 0,
    chunk_count: 1,
    ...(nonce === undefined ? {} : { nonce }),
  };
}
