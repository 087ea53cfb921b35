import { randomBytes } from 'node:crypto';
import type { Log } from '../../core/ports.ts';
import type { SandboxCall, SandboxPlatform } from '../contract.ts';
import { createCallRecord } from '../shared/calls.ts';
import { createChanges } from '../shared/changes.ts';
import { createFaultPlan } from '../shared/faults.ts';
import { createLoopbackServer } from '../shared/loopback-server.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { toMembersChunk, toReady } from './greeting.ts';
import { createInteractions } from './interactions.ts';
import type { Json } from './json.ts';
import { createModalBoard } from './modals.ts';
import { createModeration, type Moderation } from './moderation.ts';
import type { Commanding } from './people/commanding.ts';
import { createPeopleSide } from './people/people-side.ts';
import { createApi } from './rest/api.ts';
import { toGuildCreate } from './rest/guilds.ts';
import { createRateLimits, publishedRules, type RateRules } from './rest/rate-limits.ts';
import { toRoutes } from './rest/routes.ts';
import { applicationId, createCrowd, guild, people } from './seed.ts';
import { createWorld } from './world.ts';

/** A local Discord, and what only Discord has. */
export interface DiscordSandbox
  extends SandboxPlatform,
    Pick<Commanding, 'invoke' | 'invokeOn'>,
    Omit<Moderation, 'deleteChannel' | 'deleteMessage'> {
  readonly name: 'discord';
  /** For `Client.login`. */
  readonly token: string;
  readonly applicationId: string;
  /** The commands as they are registered now. */
  readonly commands: () => readonly Json[];
  readonly scheduledEvents: () => readonly Json[];
  /** Asks the client to reconnect and resume (op 7). */
  readonly requestReconnect: Gateway['requestReconnect'];
  /** Ends the client's session (op 9). */
  readonly invalidateSession: Gateway['invalidate'];
}

export interface DiscordSandboxOptions {
  readonly now: () => Date;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly log?: Log;
  /** How long the bot has for its first answer, in milliseconds; Discord's three seconds where not given. */
  readonly patience?: number;
  /** Other limits than the published ones, so that a test need not wait for seconds. */
  readonly rateRules?: Partial<RateRules>;
  /** How many channels there are beside the usual ones; none by default. */
  readonly moreChannels?: number;
  /** How many people there are beside the usual ones; none by default. */
  readonly morePeople?: number;
}

/** Starts Discord's half of the protocol on the loopback interface: REST under `/api/v10`, the gateway beside it. */
export async function createDiscordSandbox(options: DiscordSandboxOptions): Promise<DiscordSandbox> {
  const { now, port = 0, patience = 3_000, rateRules, moreChannels = 0, morePeople = 0 } = options;
  const token = `${Buffer.from(applicationId).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  const changes = createChanges();
  const plan = createFaultPlan();
  const { calls, record } = createCallRecord();
  const noteCall = (call: SandboxCall) => {
    record(call);
    changes.changed();
  };
  const gateway = createGateway({
    token,
    ready: (session) => toReady(session, gatewayUrl()),
    guilds: () => [toGuildCreate(world)],
    members: (request) => toMembersChunk(world, request),
    changed: changes.changed,
  });
  const world = createWorld(now, gateway, changes, { channels: moreChannels, people: morePeople });
  const interactions = createInteractions(world, plan, createModalBoard(changes.changed), patience);
  const rateLimits = createRateLimits({ ...publishedRules, ...rateRules });
  const routes = toRoutes(world, interactions, () => gatewayUrl());
  const handle = createApi({ token, routes, plan, rateLimits, record: noteCall, now });
  const server = await createLoopbackServer({ handle, connect: gateway.connect }, port);
  const gatewayUrl = () => `${server.wsOrigin}/gateway/`;
  options.log?.info({ platform: 'discord', port: server.port }, 'sandbox listens');
  return {
    name: 'discord',
    apiUrl: `${server.httpOrigin}/api`,
    token,
    applicationId,
    workspace: { id: guild.id, name: guild.name },
    people: [...people, ...createCrowd(morePeople)].map(({ id, name, locale, zone, admin }) => {
      return { id, name, locale, zone, admin };
    }),
    ...createPeopleSide(world, interactions),
    ...createModeration(world),
    commands: () => [...world.commands.values()],
    scheduledEvents: () => [...world.scheduledEvents.values()],
    faults: plan.faults,
    calls,
    onChange: changes.onChange,
    dropConnection: gateway.drop,
    requestReconnect: gateway.requestReconnect,
    invalidateSession: gateway.invalidate,
    connections: gateway.connections,
    close: async () => {
      interactions.close();
      gateway.close();
      await server.close();
    },
  };
}
