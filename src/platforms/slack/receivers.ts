import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import { within } from '../../core/patience.ts';
import type { Log } from '../../core/ports.ts';
import { toClientOptions } from './clients.ts';
import { toStartError } from './failures.ts';

/** How Slack's word reaches the bot: by a connection of ours, or by its own calls to our web server. */
export interface Line {
  readonly receiver: Receiver;
  /** Where main serves `/slack/events`; null where the bot holds a connection. */
  readonly http: RequestListener | null;
  /** Rejects with `PlatformStartError`. */
  readonly open: () => Promise<void>;
  /** Takes nothing more; what was taken can still be acknowledged. */
  readonly hush: () => void;
  readonly close: () => Promise<void>;
  readonly isOpen: () => boolean;
}

/** What both kinds of line need. */
export interface LineSettings {
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly log: Log;
}

const eventsPath = '/slack/events';

/** Slack calls us and signs what it says; Bolt verifies that, our web server listens. */
export function createHttpLine(signingSecret: string, { logger }: LineSettings): Line {
  const receiver = new HTTPReceiver({ signingSecret, logger, endpoints: eventsPath });
  let open = false;
  return {
    receiver,
    http: (request, response) => {
      const known = request.method === 'POST' && request.url?.split('?')[0] === eventsPath;
      // Bolt throws for all that is none of its own.
      if (known && open) receiver.requestListener(request, response);
      else response.writeHead(known ? 503 : 404).end();
    },
    open: async () => {
      open = true;
    },
    hush: () => {
      open = false;
    },
    close: async () => undefined,
    isOpen: () => open,
  };
}

/** We hold a connection (Socket Mode): no public address needed. */
export function createSocketLine(
  appToken: string,
  settings: LineSettings & { readonly clientPingTimeout: number | undefined },
): Line {
  const { log, clientPingTimeout } = settings;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: settings.logger,
    ...(clientPingTimeout !== undefined && { clientPingTimeout }),
    // An outage may last: a reconnection that gives up would be an unhandled rejection inside the SDK.
    installerOptions: {
      clientOptions: toClientOptions(settings, { forever: true, factor: 1.3, maxTimeout: 30_000, unref: true }),
    },
  });
  const { client } = receiver;
  let open = false;
  client.on('connected', () => {
    open = true;
  });
  for (const lost of ['close', 'disconnecting', 'disconnected', 'reconnecting']) {
    client.on(lost, () => {
      open = false;
    });
  }
  return {
    receiver,
    http: null,
    open: async () => {
      await assertAppToken(appToken, settings);
      await client.start();
      surviveRefusal(client, log);
    },
    // What is not acknowledged comes again by another connection.
    hush: () => undefined,
    close: async () => {
      await within(client.disconnect(), closingPatience);
    },
    isOpen: () => open,
  };
}

/** Milliseconds for the closing handshake. */
const closingPatience = 2_000;

/** Asked before the SDK does, which takes some refusals for outages and would try for ever. */
async function assertAppToken(appToken: string, settings: LineSettings): Promise<void> {
  try {
    const client = new webApi.WebClient(appToken, toClientOptions(settings, { retries: 1, minTimeout: 300 }));
    await client.apps.connections.open({});
  } catch (error) {
    throw toStartError('SLACK_APP_TOKEN', error);
  }
}

/** A token revoked while the bot runs must not end the program through the SDK's unhandled rejection. */
function surviveRefusal(client: SocketModeReceiver['client'], log: Log): void {
  const start = client.start.bind(client);
  client.start = () =>
    start().catch((err: unknown) => {
      log.error({ err, variable: 'SLACK_APP_TOKEN' }, 'slack does not take the bot back');
      return new Promise(() => undefined);
    });
}
