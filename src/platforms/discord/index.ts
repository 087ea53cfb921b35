import { type Client, DefaultRestOptions, Events, PermissionFlagsBits } from 'discord.js';
import type { AccountFacts, Place } from '../../core/invocation.ts';
import type { Inbound, Log, Platform } from '../../core/ports.ts';
import { plain } from '../../core/rich-text.ts';
import { createUndertakings } from '../../core/undertakings.ts';
import type { View } from '../../core/view.ts';
import { inDirect } from './direct.ts';
import { orPlatformError, toLogFacts } from './failures.ts';
import { connect, createClient, isConnected, logConnection } from './gateway.ts';
import { toLimited } from './global-limit.ts';
import { type InboundParts, takeInteraction } from './inbound.ts';
import { createKeptInputs } from './kept-inputs.ts';
import { createPost, editPost, findPost, toMark } from './posts.ts';
import { type RegisterOptions, registerCommands } from './register.ts';
import { toMessage } from './render.ts';
import { createCalendar } from './scheduled-events.ts';

/** What Discord needs to know of this installation. */
export interface DiscordOptions extends RegisterOptions {
  readonly log: Log;
  /** How long an answer is waited for before it is promised, in ms. Discord gives up after 3 s. */
  readonly patience?: number;
}

/** Discord as a platform. */
export interface DiscordPlatform extends Platform {
  /** Registers the commands where they are not yet registered just so. Throws `PlatformStartError`. */
  readonly register: () => Promise<'unchanged' | 'registered'>;
}

/** How long stopping waits for answers that are under way, in ms. */
const lastPatience = 7_000;

/** Discord, by discord.js over the gateway. Nothing is connected before `start`. */
export function createDiscordPlatform(options: DiscordOptions): DiscordPlatform {
  const { token, apiUrl, catalogue, log, patience = 1_000 } = options;
  // Whatever is asked of Discord counts together.
  const makeRequest = toLimited(DefaultRestOptions.makeRequest);
  const client = createClient(apiUrl, makeRequest);
  const kept = createKeptInputs();
  const { undertake, finish } = createUndertakings();
  logConnection(client, log);

  const listen = (inbound: Inbound) => {
    const reopenLabel = (locale: string) => plain(catalogue.speak(locale)('discord.form.reopen'));
    const parts: InboundParts = { inbound, kept, patience, reopenLabel };
    const notAnswered = (error: unknown) => log.warn(toLogFacts(error), 'discord took no answer');
    client.on(Events.InteractionCreate, (interaction) => {
      undertake(() => takeInteraction(parts, interaction).catch(notAnswered));
    });
  };

  const render = (view: View, id?: number) => {
    const message = toMessage(view, id === undefined ? {} : { id });
    kept.keepAll(message.kept);
    return message;
  };

  const post = (place: Place, view: View, deliveryId: string) =>
    createPost(client.rest, place, render(view, toMark(deliveryId)), deliveryId);
  const findPosted = (place: Place, deliveryId: string) =>
    findPost(client.rest, place, client.user?.id ?? '', deliveryId);

  return {
    name: 'discord',
    start: async (inbound) => {
      listen(inbound);
      await connect(client, token);
    },
    stop: async () => {
      await finish(lastPatience);
      await client.destroy();
    },
    connected: () => isConnected(client),
    post: (place, view, deliveryId) => orPlatformError(() => post(place, view, deliveryId)),
    edit: (posted, view) => orPlatformError(() => editPost(client.rest, posted, render(view))),
    findPosted: (place, deliveryId) => orPlatformError(() => findPosted(place, deliveryId)),
    postDirect: ({ accountId }, view, deliveryId) =>
      inDirect(client, accountId, (place) => post(place, view, deliveryId)),
    findPostedDirect: ({ accountId }, deliveryId) =>
      inDirect(client, accountId, (place) => findPosted(place, deliveryId)),
    calendar: createCalendar(client.rest, () => client.user?.id ?? ''),
    describeAccount: (serverId, accountId) => orPlatformError(() => describe(client, serverId, accountId)),
    register: () => registerCommands({ ...options, makeRequest }),
  };
}

/** Discord tells neither the zone of an account nor, outside of what it does, its language. */
async function describe(client: Client, serverId: string, accountId: string): Promise<AccountFacts> {
  if (serverId === '') {
    const user = await client.users.fetch(accountId, { force: true });
    return { name: user.displayName, authority: false };
  }
  const server = await client.guilds.fetch(serverId);
  const member = await server.members.fetch({ user: accountId, force: true });
  return { name: member.displayName, authority: member.permissions.has(PermissionFlagsBits.ManageGuild) };
}
