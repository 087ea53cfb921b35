import type { ApiChannel, ApiMember, ApiRole } from './model.ts';

/** The permission bits that the sandbox knows, by Discord's documentation. */
export const permission = {
  createInvite: 1n << 0n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  manageEvents: 1n << 33n,
  createPublicThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
  createEvents: 1n << 44n,
} as const;

export type Permission = (typeof permission)[keyof typeof permission];

/** Every bit there is, which is what an administrator holds. */
const everything = (1n << 53n) - 1n;

/** What somebody can do in a direct conversation. */
export const directPermissions = bits(
  permission.viewChannel,
  permission.sendMessages,
  permission.embedLinks,
  permission.attachFiles,
  permission.readHistory,
  permission.addReactions,
  permission.useCommands,
);

export function bits(...permissions: readonly Permission[]): bigint {
  return permissions.reduce((sum: bigint, one) => sum | one, 0n);
}

/** What a member may do in the server, and in that channel where one is given: roles first, then the overwrites. */
export function permissionsOf(
  member: ApiMember,
  roles: ReadonlyMap<string, ApiRole>,
  guild: { readonly id: string; readonly owner_id: string },
  channel?: ApiChannel,
): bigint {
  const held = [guild.id, ...member.roles];
  const base = held.reduce((sum, id) => sum | BigInt(roles.get(id)?.permissions ?? 0), 0n);
  if (member.user.id === guild.owner_id || base & permission.administrator) return everything;
  return channel ? overwrite(base, channel, guild.id, held, member.user.id) : base;
}

function overwrite(base: bigint, channel: ApiChannel, guildId: string, held: readonly string[], userId: string) {
  const steps = [[guildId], held.slice(1), [userId]];
  return steps.reduce((sum, ids) => {
    const matching = channel.permission_overwrites.filter((one) => ids.includes(one.id));
    const denied = matching.reduce((all, one) => all | BigInt(one.deny), 0n);
    const allowed = matching.reduce((all, one) => all | BigInt(one.allow), 0n);
    return (sum & ~denied) | allowed;
  }, base);
}
