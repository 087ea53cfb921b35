import { OAuth2Routes, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';
import type { Command } from '../../core/define.ts';
import { type ApplicationOptions, askApplication } from './application.ts';
import { isSame } from './register.ts';
import { toRegistration, type Words } from './registration.ts';

/** What stands behind a token of Discord's, for its host. */
export interface DiscordFindings {
  /** The bot's own name. */
  readonly name: string;
  /** On how many servers it is, about. */
  readonly servers: number;
  /** Where somebody who manages a server invites the bot. */
  readonly invitation: string;
  /** Whether Discord offers the commands as they are now. */
  readonly registered: boolean;
  /** By how much this machine's clock is ahead of Discord's, in ms; to the second. */
  readonly skew: number;
}

/** What the bot does: read where it stands, post, find its own posts again; show conversations in the server's calendar. */
const permissions = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.CreateEvents,
].reduce((all, one) => all | one);

/** Looks at what the token gives access to. Throws `PlatformStartError` or `PlatformError`. */
export function examineDiscord(
  options: ApplicationOptions & { readonly commands: readonly Command[]; readonly catalogue: Words },
): Promise<DiscordFindings> {
  const wanted = toRegistration(options.commands, options.catalogue);
  return askApplication(options, async (application) => {
    const { id, name, bot, approximate_guild_count: servers = 0 } = await application.fetch();
    const registered = isSame(wanted, await application.fetchCommands());
    const time = await application.fetchTime();
    // A server without a clock to ask is taken to agree.
    const skew = Number.isNaN(time.getTime()) ? 0 : Date.now() - time.getTime();
    return { name: bot?.username ?? name, servers, invitation: toInvitation(id), registered, skew };
  });
}

function toInvitation(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
