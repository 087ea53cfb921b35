import type { RequestListener } from 'node:http';
import { App } from '@slack/bolt';
import type { Command } from '../../core/define.ts';
import type { Log, Platform } from '../../core/ports.ts';
import { createUndertakings } from '../../core/undertakings.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { createAccounts } from './accounts.ts';
import { toBoltLogger } from './bolt-logger.ts';
import { type Clients, createClients, toClientOptions } from './clients.ts';
import { createDirectPosts } from './direct.ts';
import { toStartError } from './failures.ts';
import { createGrammar } from './grammar.ts';
import { limits } from './limits.ts';
import { listen } from './listeners.ts';
import { createPosts } from './posts.ts';
import { createHttpLine, createSocketLine, type Line, type LineSettings } from './receivers.ts';

export interface SlackOptions {
  readonly botToken: string;
  /** With it the bot holds a connection (Socket Mode); without, Slack calls our web server. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** Ends in `/api/`; Slack's own by default. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly Command[];
  readonly catalogue: Catalogue;
  readonly log: Log;
  /** Milliseconds without a sign of life before the connection counts as lost; 5,000 by default. */
  readonly clientPingTimeout?: number;
}

/** Slack. `http` is what our web server must serve under `/slack/`, null where the bot holds a connection. */
export type SlackPlatform = Platform & { readonly http: RequestListener | null };

/** One Slack workspace, by the real Bolt. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { botToken, apiUrl, commands, catalogue, log } = options;
  const settings: LineSettings = { apiUrl, log, logger: toBoltLogger(log) };
  const clients = createClients(botToken, settings);
  const describe = createAccounts(clients.asking);
  const line = createLine(options, settings);
  const { undertake, finish } = createUndertakings();

  return {
    name: 'slack',
    http: line.http,
    connected: line.isOpen,
    start: async (inbound) => {
      const self = await introduce(clients);
      const app = createBolt(botToken, self, line, settings);
      const grammar = createGrammar(commands, catalogue);
      listen(app, { inbound, grammar, clients, log, workspaceId: self.workspaceId, undertake });
      await line.open();
    },
    stop: async () => {
      line.hush();
      await finish(limits.patience.stop);
      await line.close();
    },
    ...createPosts(clients),
    ...createDirectPosts(clients),
    describeAccount: describe,
  };
}

function createLine({ appToken, signingSecret, clientPingTimeout }: SlackOptions, settings: LineSettings): Line {
  if (appToken) return createSocketLine(appToken, { ...settings, clientPingTimeout });
  if (signingSecret) return createHttpLine(signingSecret, settings);
  throw new Error('Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET');
}

/** Who the bot is in the workspace of its token. */
interface Self {
  readonly workspaceId: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** Rejects with `PlatformStartError`. */
async function introduce({ asking }: Clients): Promise<Self> {
  try {
    const { team_id: workspaceId = '', bot_id: botId = '', user_id: botUserId = '' } = await asking.auth.test();
    return { workspaceId, botId, botUserId };
  } catch (error) {
    throw toStartError('SLACK_BOT_TOKEN', error);
  }
}

/** Bolt, told who it is, so that it need not ask again. Its clients are not used: ours know when not to repeat. */
function createBolt(token: string, { botId, botUserId }: Self, { receiver }: Line, settings: LineSettings): App {
  const { logger, log } = settings;
  const clientOptions = toClientOptions(settings, { retries: 0 });
  const bolt = new App({ token, botId, botUserId, receiver, clientOptions, logger, convoStore: false });
  bolt.error(async (err) => log.error({ err }, 'slack listener failed'));
  return bolt;
}
