import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  type RateLimitData,
  type RESTOptions,
  Status,
} from 'discord.js';
import { PlatformStartError } from '../../core/errors.ts';
import type { Log } from '../../core/ports.ts';
import { toLogFacts, toStartError } from './failures.ts';

/** A limit that passes sooner is waited for in place, in ms; a longer one is told to whoever sends. */
const shortWait = 2_000;

/** Servers that are down let discord.js wait 15 s before it is ready; beyond that nothing is to be expected. */
const patience = 30_000;

/**
 * What discord.js keeps of what it hears. By itself it would keep everybody who ever did something, and the last two
 * hundred posts of each channel that somebody pressed on; nothing here is looked up there.
 */
const makeCache = Options.cacheWithLimits({
  MessageManager: 0,
  UserManager: { maxSize: 200, keepOverLimit: ({ id, client }) => id === client.user.id },
  GuildMemberManager: { maxSize: 200, keepOverLimit: ({ id, client }) => id === client.user.id },
});

/**
 * The client for this bot. Slash commands, controls and forms need no intent; `Guilds` tells the names of channels and
 * the roles that authority follows from. None of them is privileged. `makeRequest` keeps the limit of all calls together.
 */
export function createClient(apiUrl: string | undefined, makeRequest: RESTOptions['makeRequest']): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    // As many connections as Discord recommends: one, up to some thousand servers.
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache,
    rest: {
      ...(apiUrl && { api: apiUrl }),
      rejectOnRateLimit: isLongWaitForChannel,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest,
    },
  });
}

/** Answers to people are always waited for; posts to channels come from the outbox, which plans anew. */
function isLongWaitForChannel({ route, timeToReset, retryAfter }: RateLimitData): boolean {
  return route.startsWith('/channels') && Math.max(timeToReset, retryAfter) > shortWait;
}

/** Resolves when the gateway is ready. Rejects with `PlatformStartError`, and has then disconnected. */
export async function connect(client: Client, token: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the gateway did not become ready')), patience);
      const settle = (end: () => void) => () => {
        clearTimeout(timer);
        end();
      };
      client.once(Events.ClientReady, settle(resolve));
      client.once(Events.ShardDisconnect, ({ code }) => settle(() => reject(toCloseError(code)))());
      client.login(token).catch((error: unknown) => settle(() => reject(toStartError(error)))());
    });
  } catch (error) {
    await client.destroy();
    throw toStartError(error);
  }
}

function toCloseError(code: number): Error {
  if (code === GatewayCloseCodes.AuthenticationFailed) return new PlatformStartError('DISCORD_TOKEN', 'refused');
  return new Error(`the gateway closed with ${code}`);
}

/** Whether what people do arrives: every shard is ready, none on its way back. */
export function isConnected(client: Client): boolean {
  return client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
}

/** Tells the operator of what happens to the connection. discord.js comes back by itself where it can. */
export function logConnection(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error(toLogFacts(error), 'discord client failed'));
  client.on(Events.ShardError, (error) => log.warn(toLogFacts(error), 'discord connection failed'));
  client.on(Events.ShardReconnecting, () => log.info({}, 'discord reconnects'));
  client.on(Events.ShardResume, () => log.info({}, 'discord is back'));
  client.on(Events.ShardReady, () => log.info({}, 'discord is ready'));
  client.on(Events.ShardDisconnect, ({ code }) => log.error({ code }, 'discord disconnected for good'));
}
