import { webApi } from '@slack/bolt';
import { limits } from './limits.ts';

export interface ClientSettings {
  readonly apiUrl: string | undefined;
  readonly logger: webApi.Logger;
}

/** Slack's client, in the manners that its uses need. */
export interface Clients {
  /** For what must not happen twice: whoever calls decides whether to try again. */
  readonly sending: webApi.WebClient;
  /** For questions, which can be asked again. */
  readonly asking: webApi.WebClient;
}

/** The clients of one workspace. */
export function createClients(botToken: string, settings: ClientSettings): Clients {
  return {
    sending: new webApi.WebClient(botToken, toClientOptions(settings, { retries: 0 })),
    asking: new webApi.WebClient(botToken, toClientOptions(settings, { retries: 2, minTimeout: 300 })),
  };
}

/** Options of one client: Slack's own default would try for half an hour and wait without an end. */
export function toClientOptions(
  { apiUrl, logger }: ClientSettings,
  retryConfig: webApi.WebClientOptions['retryConfig'],
): webApi.WebClientOptions {
  return {
    logger,
    timeout: limits.patience.call,
    rejectRateLimitedCalls: true,
    ...(retryConfig && { retryConfig }),
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  };
}
