import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type { Inbound, Log } from '../../../src/core/ports.ts';
import type { Store } from '../../../src/store/open.ts';
import { createAdjustableClock } from '../../../src/time/clock.ts';
import { wordsOf } from '../../views/reading.ts';
import type { Book } from './book.ts';
import { startYearBot } from './bot.ts';
import { describeIn, toAccountId, toCoalition } from './coalition.ts';
import type { Counts } from './counting.ts';
import { doingsOf, foundCoalition, type Say } from './doings.ts';
import type { Lifetime } from './expecting.ts';
import { createReceivingPlatform } from './receiving-platform.ts';
import { reckon } from './reckoning.ts';

/** What a life is made of. */
export interface Life {
  readonly store: Store;
  /** Where everything is written down that the platforms receive. */
  readonly book: Book;
  /** How many coalitions live. */
  readonly count: number;
  /** Called at the end of each month, as `2027-03`, when all is said that was due. */
  readonly monthEnds: (month: string) => Promise<void>;
}

/** What came of a year. */
export interface Outcome {
  /** How much of each kind every coalition received, in their order. */
  readonly received: readonly Counts[];
  /** What was expected and did not come, what came and was not expected, and what went wrong. */
  readonly wrong: readonly string[];
}

const start = new Date('2027-01-01T00:07Z');

/** The year: that is how long each coalition lives. */
export const lifetime: Lifetime = { from: start.getTime(), to: endOf(11).getTime() };

const months = Array.from({ length: 12 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`);

/**
 * Coalitions are founded on the first of January 2027 and live to the end of the year, on a clock that stands still but
 * for being moved from each moment at which something is done or falls due to the next.
 */
export async function live({ store, book, count, monthEnds }: Life): Promise<Outcome> {
  const coalitions = Array.from({ length: count }, (_, index) => toCoalition(index));
  const clock = createAdjustableClock({ now: () => start });
  const problems: string[] = [];
  const platforms = (['slack', 'discord'] as const).map((name) =>
    createReceivingPlatform(name, { clock, book, describe: (accountId) => describeIn(coalitions, accountId) }),
  );
  await using bot = startYearBot({ store, platforms, clock, log: toLog(problems) });
  const say = toSay(bot.app);

  for (const coalition of coalitions) await foundCoalition(say, coalition);
  for (const [index, month] of months.entries()) {
    const doings = coalitions.flatMap((coalition) => doingsOf(coalition, month)).sort((a, b) => a.at - b.at);
    for (const [at, together] of Map.groupBy(doings, (doing) => doing.at)) {
      await bot.passTo(new Date(at));
      for (const { work } of together) await work(say);
    }
    await bot.passTo(endOf(index));
    await bot.sweep();
    await monthEnds(month);
  }
  const { received, wrong } = await reckon({ store, book, coalitions, lifetime });
  return { received, wrong: [...problems, ...wrong] };
}

function endOf(month: number): Date {
  return new Date(Date.UTC(2027, month + 1, 1, 0, 7));
}

/** What goes wrong is told in the end. */
function toLog(problems: string[]): Log {
  const note = (facts: object, message: string) =>
    problems.push(`${message}: ${'err' in facts ? String(facts.err) : JSON.stringify(facts)}`);
  const ignore = () => {};
  return { debug: ignore, info: ignore, warn: note, error: note };
}

function toSay(app: Inbound): Say {
  let said = 0;
  return async (coalition, name, operation, input = {}) => {
    said += 1;
    // What people do comes in a turn of its own, as from the network: what SQLite's driver holds is given back between.
    await turn();
    const onDiscord = name === 'KAI';
    const { channelId } = coalition.slack;
    const answer = await app.run({
      ...{ id: `${said}`, operation, input, via: 'command', names: {} },
      ...{ place: onDiscord ? coalition.discord : coalition.slack, placeName: channelId, direct: false },
      actor: {
        accountId: toAccountId(name, coalition),
        name: `${name} ${coalition.index}`,
        ...(onDiscord && { locale: 'en-GB', authority: true }),
      },
    });
    assert.ok(answer && !answer.failed, `${operation}: ${answer && wordsOf(answer.view)}`);
    return wordsOf(answer.view);
  };
}
