/**
 * A bot in a process of its own, on the platforms and the database that its argument names, to be killed at any moment.
 * Says when it is at work, and what it has to tell its operator. Ends with whoever started it.
 */
import { flushCompileCache } from 'node:module';
import { type Config, readConfig } from '../../src/config.ts';
import type { Log } from '../../src/core/ports.ts';
import { startConvener } from '../../src/main.ts';
import { unpaced } from '../../src/outbox/pace.ts';
import { createFastClock, type Time } from './fast-clock.ts';

/** What such a process is told when it starts. */
export interface BotWish extends Pick<Config, 'slack' | 'discord'> {
  readonly databaseUrl: string;
  readonly time: Time;
}

/** What it says. */
export interface BotNews {
  readonly message: string;
  /** What went wrong, where something did. */
  readonly problem?: string;
}

function say(news: BotNews): void {
  if (process.connected) process.send?.(news);
}

function problemOf(facts: object): string {
  return 'err' in facts ? String(facts.err) : JSON.stringify(facts);
}

process.on('disconnect', () => process.exit(1));
const { databaseUrl, time, slack, discord }: BotWish = JSON.parse(process.argv[2] ?? '');
const clock = createFastClock(time);
const log: Log = {
  debug: (_facts, message) => say({ message }),
  info: (_facts, message) => say({ message }),
  warn: (facts, message) => say({ message, problem: problemOf(facts) }),
  error: (facts, message) => say({ message, problem: problemOf(facts) }),
};
const config = readConfig({ PORT: '0', DEFAULT_TIMEZONE: 'UTC', DATABASE_URL: databaseUrl });
const bot = await startConvener({ ...config, slack, discord }, { log, clock, pace: unpaced, loopbackOnly: true });
// Those that follow start sooner; a process that is killed would not keep what it compiled.
flushCompileCache();
process.on('message', (ahead: number) => {
  clock.setAhead(ahead);
  void bot.seeToDue();
});
