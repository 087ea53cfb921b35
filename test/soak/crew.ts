import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from '../../src/sandbox/contract.ts';
import { createChanges } from '../../src/sandbox/shared/changes.ts';
import type { BotNews, BotWish } from './bot-process.ts';

/** Bots in processes of their own, a fixed number of them, that share one database. */
export interface Crew {
  readonly size: number;
  /** Starts those that do not run. */
  readonly start: () => void;
  /** Ends these at once, as a power cut does; resolves when they are gone. */
  readonly kill: (places: readonly number[]) => Promise<void>;
  readonly killAll: () => Promise<void>;
  /** Tells all that run that the clock was set. */
  readonly setAhead: (ahead: number) => void;
  /** Resolves when one of them is at work. */
  readonly atWork: () => Promise<void>;
  /** How many were killed so far. */
  readonly kills: () => number;
  /** How often one of them told something. */
  readonly heard: () => number;
  /** What went wrong so far, as they told it, and how often. */
  readonly problems: ReadonlyMap<string, number>;
  /** Called whenever one of them tells something. Returns its own undoing. */
  readonly onChange: (listener: () => void) => () => void;
}

/** How long a start may take, in milliseconds. */
const startPatience = 60_000;

const program = fileURLToPath(new URL('./bot-process.ts', import.meta.url));

/** `cache` is a folder in which the processes keep what they compiled. */
export function createCrew(size: number, cache: string, wish: () => BotWish): Crew {
  const bots = new Map<number, ChildProcess>();
  const working = new Set<ChildProcess>();
  const problems = new Map<string, number>();
  const { onChange, changed } = createChanges();
  let kills = 0;
  let heard = 0;

  const note = (problem: string) => problems.set(problem, (problems.get(problem) ?? 0) + 1);
  const startOne = (place: number) => {
    const env = { PATH: process.env.PATH, TZ: 'UTC', NODE_COMPILE_CACHE: cache };
    const bot = fork(program, [JSON.stringify(wish())], { env, execArgv: [] });
    bots.set(place, bot);
    bot.on('message', ({ message, problem }: BotNews) => {
      if (problem !== undefined) note(`${message}: ${problem}`);
      heard += 1;
      if (message === 'convener started') working.add(bot);
      changed();
    });
    // Told to one that was just killed.
    bot.on('error', () => {});
    bot.on('exit', (code) => {
      working.delete(bot);
      if (code === null) return;
      note(`a bot ended with ${code}`);
      bots.delete(place);
      changed();
    });
  };
  const killOne = async (place: number) => {
    const bot = bots.get(place);
    if (!bot) return;
    bots.delete(place);
    const gone = bot.exitCode === null && bot.signalCode === null ? once(bot, 'exit') : null;
    bot.kill('SIGKILL');
    kills += 1;
    await gone;
  };
  const places = Array.from({ length: size }, (_, place) => place);
  const kill = async (chosen: readonly number[]) => void (await Promise.all(chosen.map(killOne)));
  return {
    size,
    start: () => {
      for (const place of places) if (!bots.has(place)) startOne(place);
    },
    kill,
    killAll: () => kill(places),
    setAhead: (ahead) => {
      for (const bot of bots.values()) if (bot.connected) bot.send(ahead);
    },
    atWork: async () => void (await until([{ onChange }], () => working.size > 0, startPatience)),
    kills: () => kills,
    heard: () => heard,
    problems,
    onChange,
  };
}
