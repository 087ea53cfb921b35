import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { App, type AppOptions, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { createSlackSandbox, type SlackSandbox, type SlackSandboxOptions } from '../../../src/sandbox/slack/index.ts';

export const maria = 'U0MARIA001';
export const sam = 'U0SAM00001';
export const city = 'C0COMPASS1';

/** A logger that keeps quiet, for failures that are meant. */
export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const manifest = {
  features: {
    slash_commands: [
      { command: '/task', description: 'Tasks', usage_hint: 'add <title>', should_escape: true },
      { command: '/raw', description: 'As it is typed' },
    ],
  },
  settings: { event_subscriptions: { bot_events: ['app_home_opened', 'app_mention'] } },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'users:read',
        'channels:read',
        'channels:history',
        'im:history',
        'im:write',
      ].concat(['im:read', 'app_mentions:read', 'team:read']),
    },
  },
};

type Stop = () => Promise<unknown>;

/** What is to be stopped before the sandbox: a Bolt whose server is gone would go on looking for it. */
const stopsBefore = new WeakMap<SlackSandbox, Stop[]>();

/** A local Slack with the app installed. */
export async function startSlack(t: TestContext, options: Partial<SlackSandboxOptions> = {}): Promise<SlackSandbox> {
  const slack = await createSlackSandbox({ now: () => new Date('2027-03-12T10:00:00Z'), ...options });
  const stops: Stop[] = [];
  stopsBefore.set(slack, stops);
  t.after(async () => {
    for (const stop of stops) await stop();
    await slack.close();
  });
  slack.installManifest(manifest);
  return slack;
}

/** The real Bolt, connected by Socket Mode. It reconnects quickly, and never repeats a call by itself. */
export async function startBolt(slack: SlackSandbox, prepare: (app: App) => void = () => {}) {
  const clientOptions = toClientOptions(slack);
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions: toClientOptions(slack) },
    clientPingTimeout: 150,
    logger: silent,
  });
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: silent });
  prepare(app);
  await app.start();
  stopsBefore.get(slack)?.push(() => app.stop());
  return app;
}

/** The real Bolt behind its own HTTP server, to which the sandbox then sends. */
export async function startHttpBolt(slack: SlackSandbox, prepare: (app: App) => void) {
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    logger: silent,
    unhandledRequestTimeoutMillis: 1_000,
  });
  const app = new App({ token: slack.botToken, receiver, clientOptions: toClientOptions(slack), logger: silent });
  prepare(app);
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  stopsBefore.get(slack)?.push(() => app.stop());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.sendTo(url);
  return url;
}

function toClientOptions(slack: SlackSandbox): NonNullable<AppOptions['clientOptions']> {
  return { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

/** What this person sees in the channel, as texts. */
export function textsSeen(slack: SlackSandbox, person: string, channel = city): readonly unknown[] {
  return slack.messages(person, channel).map((message) => message.payload.text);
}

/** `taken`, or the error by which Slack refused the call, or the SDK's own code where no answer came. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'taken';
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { error?: string } };
    return data?.error ?? code ?? String(error);
  }
}
