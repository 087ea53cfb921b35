import { webApi } from '@slack/bolt';
import type { Log } from '../../core/ports.ts';
import { toBoltLogger } from './bolt-logger.ts';
import { toClientOptions } from './clients.ts';
import { toStartError } from './failures.ts';
import { botScopes } from './manifest.ts';

/** What a look at Slack found. */
export interface SlackFindings {
  /** What the bot is called there. */
  readonly name: string;
  readonly workspace: string;
  /** What the manifest asks for and this installation was not given. */
  readonly missingScopes: readonly string[];
  /** By how many milliseconds this machine's clock is ahead of Slack's, to a second; negative where it is behind. */
  readonly skew: number;
}

export interface SlackCredentials {
  readonly botToken: string;
  readonly appToken?: string | undefined;
  readonly apiUrl?: string | undefined;
}

/** Tries the tokens without connecting. Rejects with `PlatformStartError`. */
export async function examineSlack({ botToken, appToken, apiUrl }: SlackCredentials): Promise<SlackFindings> {
  const settings = { apiUrl, logger: toBoltLogger(silence) };
  const clock = createClockWatch();
  const options = { ...toClientOptions(settings, { retries: 1, minTimeout: 300 }), fetch: clock.fetch };
  const self = await new webApi.WebClient(botToken, options).auth.test().catch((error: unknown) => {
    throw toStartError('SLACK_BOT_TOKEN', error);
  });
  if (appToken) {
    await new webApi.WebClient(appToken, options).apps.connections.open({}).catch((error: unknown) => {
      throw toStartError('SLACK_APP_TOKEN', error);
    });
  }
  const granted = self.response_metadata?.scopes;
  return {
    name: self.user ?? '',
    workspace: self.team ?? '',
    missingScopes: granted ? botScopes.filter((scope) => !granted.includes(scope)) : [],
    skew: clock.skew(),
  };
}

/** What fails is thrown; there is nobody to read a log as well. */
const silence: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {}

/** Reads the platform's clock off its answers, which say to the second when they were written. */
function createClockWatch(): { readonly fetch: webApi.FetchFunction; readonly skew: () => number } {
  let skew = 0;
  return {
    skew: () => skew,
    fetch: async (url, init) => {
      const asked = Date.now();
      const response = await fetch(url, init);
      const answered = Date.parse(response.headers.get('date') ?? '');
      const between = (asked + Date.now()) / 2;
      if (!Number.isNaN(answered)) skew = Math.abs(between - answered) < 1_000 ? 0 : Math.round(between - answered);
      return response;
    },
  };
}
