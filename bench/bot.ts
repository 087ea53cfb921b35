import { readConfig } from '../src/config.ts';
import type { Log } from '../src/core/ports.ts';
import { type Convener, startConvener } from '../src/main.ts';
import type { Pace } from '../src/outbox/pace.ts';
import type { DiscordSandbox } from '../src/sandbox/discord/index.ts';
import type { SlackSandbox } from '../src/sandbox/slack/index.ts';

/** Where a bot is at work, and how fast it may be where that is not as the platforms' limits ask. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly slack: Pick<SlackSandbox, 'botToken' | 'appToken' | 'apiUrl'>;
  readonly discord: Pick<DiscordSandbox, 'token' | 'applicationId' | 'apiUrl'>;
  readonly pace?: Pace;
}

const ignore = () => {};
const complain = (facts: object, message: string) => console.error(message, facts);
const log: Log = { debug: ignore, info: ignore, warn: complain, error: complain };

/** Starts Convener between both platforms, as the clock on the wall goes; what goes wrong is seen. */
export function startBenchBot({ databaseUrl, slack, discord, pace }: Surroundings): Promise<Convener> {
  const config = {
    ...readConfig({ PORT: '0', DATABASE_URL: databaseUrl, DEFAULT_TIMEZONE: 'UTC' }),
    slack: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
    discord: { token: discord.token, applicationId: discord.applicationId, apiUrl: discord.apiUrl },
  };
  return startConvener(config, { log, loopbackOnly: true, ...(pace && { pace }) });
}
