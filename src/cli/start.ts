import { type Config, readConfig } from '../config.ts';
import type { Log } from '../core/ports.ts';
import { createLog } from '../log.ts';
import type { Convener } from '../main.ts';
import { orExplain } from './failures.ts';
import { speakToHost, type Words } from './speak.ts';
import { surviveRejections } from './survive-rejections.ts';

/** A stop must be over before a supervisor's patience is: systemd and containers allow 10 s or more. In milliseconds. */
export const patienceForStop = 9_000;

/** `convener start`: with tokens the real platforms, without any the sandbox; with `--demo` the same as `convener demo`. */
export async function start(options: { readonly demo?: true } = {}): Promise<void> {
  if (options.demo) return demo();
  await run(async (config, words) => {
    const isReal = Boolean(config.slack || config.discord);
    const log = createLog(config.logLevel ?? (isReal ? 'info' : 'warn'));
    surviveRejections(log);
    await (isReal ? startReal(config, words, log) : startLocal(config, words, log));
  });
}

/** `convener demo`: the sandbox with a coalition at work, whatever is set. */
export async function demo(): Promise<void> {
  await run(async (config, words) => {
    const log = createLog(config.logLevel ?? 'warn');
    surviveRejections(log);
    await startLocal(config, words, log, true);
  });
}

async function run(begin: (config: Config, words: Words) => Promise<void>): Promise<void> {
  const words = speakToHost();
  await orExplain(words, () => begin(readConfig(process.env), words));
}

async function startReal(config: Config, words: Words, log: Log): Promise<void> {
  const { startConvener } = await import('../main.ts');
  const running = await startConvener(config, { log });
  stopOnSignals(running);
  const names = running.platforms.map(({ name }) => words(`platform.${name}`));
  console.log(words('cli.started', { platforms: names.join(', ') }));
  if (!config.slack) sayOff(words, 'platform.slack', 'SLACK_BOT_TOKEN');
  if (!config.discord) sayOff(words, 'platform.discord', 'DISCORD_TOKEN');
}

function sayOff(words: Words, platform: 'platform.slack' | 'platform.discord', variable: string): void {
  console.log(words('cli.platform-off', { platform: words(platform), variable }));
}

/** On a store of its own: in a real one, the sandbox's servers would refuse every real channel, which then count as lost. */
async function startLocal(config: Config, words: Words, log: Log, demo = false): Promise<void> {
  const { startWithSandbox } = await import('../main-sandbox.ts');
  const running = await startWithSandbox({ ...config, databaseUrl: undefined }, { log, demo });
  stopOnSignals(running);
  console.log(words('cli.sandbox.ready', { address: `http://localhost:${running.port}` }));
  console.log(words('cli.sandbox.how'));
}

/** Before anything is said: whoever reads that the bot runs may stop it. */
function stopOnSignals({ stop }: Convener): void {
  const end = () => {
    setTimeout(() => process.exit(1), patienceForStop).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
