import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Surroundings } from './bot.ts';

const program = fileURLToPath(new URL('./bot-process.ts', import.meta.url));

/** Starts a bot in a process of its own, so that it and the platforms do not wait for each other; returns its end. */
export async function startBotProcess({ databaseUrl, slack, discord }: Surroundings): Promise<() => Promise<void>> {
  const { botToken, appToken } = slack;
  const { token, applicationId } = discord;
  const told: Surroundings = {
    databaseUrl,
    slack: { botToken, appToken, apiUrl: slack.apiUrl },
    discord: { token, applicationId, apiUrl: discord.apiUrl },
  };
  const bot = fork(program, [JSON.stringify(told)]);
  const ended = once(bot, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`the bot ended with ${code}`)));
  failed.catch(() => {});
  await Promise.race([once(bot, 'message'), failed]);
  return async () => {
    bot.disconnect();
    await ended;
  };
}
