import {
  type APIInteractionDataResolvedGuildMember,
  type APIInteractionGuildMember,
  GuildMember,
  type User,
} from 'discord.js';

type AnyMember = GuildMember | APIInteractionGuildMember | APIInteractionDataResolvedGuildMember | null | undefined;

/** What people see as this person's name: on this server, else everywhere. */
export function displayNameOf(user: Pick<User, 'displayName'>, member: AnyMember): string {
  if (member instanceof GuildMember) return member.displayName;
  return member?.nick ?? user.displayName;
}
