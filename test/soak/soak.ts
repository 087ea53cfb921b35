import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type SandboxPlatform, until } from '../../src/sandbox/contract.ts';
import { openStore } from '../../src/store/open.ts';
import { createGrounds } from '../support/convener.ts';
import { type Chance, createChance } from './chance.ts';
import { foundCoalitions } from './coalitions.ts';
import { type Crew, createCrew } from './crew.ts';
import { turnDirect } from './direct.ts';
import { createFastClock, type FastClock } from './fast-clock.ts';
import { type Posts, watchPosts } from './posts.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import { makeTrouble } from './trouble.ts';
import { startWork } from './work.ts';

/** What is done to how many bots. */
export interface Variant {
  readonly name: string;
  readonly processes: number;
  readonly kills: number;
  /** Platforms that refuse, fail and hang up. */
  readonly trouble?: boolean;
  /** People who want to hear directly close their conversations with the bot, and open them again. */
  readonly closing?: boolean;
  /** Now and then the clock is set back an hour, or forward, under bots at work. */
  readonly clockSet?: 'back' | 'forward';
}

/** How it went. */
export interface Result extends Reckoning {
  readonly variant: Variant;
  readonly kills: number;
  readonly lookups: number;
  readonly seconds: number;
  readonly problems: ReadonlyMap<string, number>;
}

const minute = 60_000;
const hour = 60 * minute;
/** By how much the clock is set wrong, in milliseconds. */
const clockErrors = { back: -hour, forward: hour } as const;
/** How many seconds pass in one of the machine's: a lease of a minute ends after six. */
const rate = 10;
/** How long a kill waits for the post that it is meant to hit, in milliseconds. */
const killPatience = 2_500;
/** How long nothing happens where nothing more is to be expected for now, in milliseconds. */
const idlePatience = 8_000;
/** How often the clock is set on by half a day, until all is said that was held back for a later day. */
const mostHalfDays = 30;

/** Runs bots, kills them again and again while they have much to say, and reckons up in the end. */
export async function soak(t: TestContext, variant: Variant, seed: number): Promise<Result> {
  const began = performance.now();
  const chance = createChance(`${seed} ${variant.name}`);
  const clock = createFastClock({ from: Date.now(), rate, ahead: 0 });
  const grounds = await createGrounds(t, clock);
  const { slack, discord, databaseUrl, undo } = grounds;
  const store = await openStore({ databaseUrl, dataDirectory: '.' });
  undo.defer(store.close);
  const work = startWork(await foundCoalitions({ ...grounds, store, clock }), chance);
  const posts = watchPosts([slack, discord]);
  const cache = await mkdtemp(join(tmpdir(), 'convener-soak-'));
  undo.defer(() => rm(cache, { recursive: true }));
  const crew = createCrew(variant.processes, cache, () => ({
    databaseUrl,
    time: clock.time(),
    slack: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl },
    discord: { token: discord.token, applicationId: discord.applicationId, apiUrl: discord.apiUrl },
  }));
  undo.defer(crew.killAll);

  const people = { slack, discord, db: store.db };
  while (crew.kills() < variant.kills) {
    await work.goOn();
    crew.start();
    if (variant.trouble) makeTrouble(chance.oneOf<SandboxPlatform>([slack, discord]), chance);
    if (variant.closing) await turnDirect(people, () => chance.oneIn(2));
    const wrong = variant.clockSet && chance.oneIn(4) ? clockErrors[variant.clockSet] : 0;
    if (wrong !== 0) await setClock(wrong, { crew, clock, posts, chance });
    await strike({ crew, clock, posts, chance });
    if (wrong < 0) await catchUp({ crew, clock }, -wrong);
  }
  const kills = crew.kills();
  if (variant.closing) {
    await turnDirect(people, () => false);
    await work.goOn();
  }
  await finish({ crew, clock, unsaid: () => countUnsaid(store, clock) });
  const reckoning = await reckon(store.db, posts, work.reminders);
  const seconds = Math.round((performance.now() - began) / 1_000);
  return { ...reckoning, variant, kills, lookups: posts.lookups(), seconds, problems: crew.problems };
}

interface Scene {
  readonly crew: Crew;
  readonly clock: FastClock;
  readonly posts: Posts;
  readonly chance: Chance;
}

/** One is killed, or, always where there is only one, all at once: then more than a minute passes until they are back. */
async function strike({ crew, clock, posts, chance }: Scene): Promise<void> {
  const all = crew.size === 1 || chance.oneIn(3);
  const places = all ? Array.from({ length: crew.size }, (_, place) => place) : [chance.between(0, crew.size - 1)];
  const kill = () => crew.kill(places);
  await chance.oneOf([
    // When a post has been accepted and its sender not been told.
    () => afterPosts({ crew, posts }, chance.between(1, 20), kill),
    () => afterPosts({ crew, posts }, chance.between(1, 20), kill),
    // Soon after.
    () => afterPosts({ crew, posts }, chance.between(1, 20), () => later(chance.between(1, 40), kill)),
    // At any moment, also of a start.
    () => later(chance.between(0, 2_500), kill),
  ])();
  if (all) setAhead(crew, clock, chance.oneIn(12) ? 2 * hour : chance.between(61, 90) * 1_000);
}

/** Sets the clock of everybody, in the middle of their work. */
async function setClock(by: number, { crew, clock, posts, chance }: Scene): Promise<void> {
  await afterPosts({ crew, posts }, chance.between(1, 10), async () => setAhead(crew, clock, by));
}

/** While nobody is at work the clock comes to where it was: only then do leases end that were taken before. */
async function catchUp({ crew, clock }: Pick<Scene, 'crew' | 'clock'>, by: number): Promise<void> {
  await crew.killAll();
  setAhead(crew, clock, by + minute);
}

function setAhead(crew: Crew, clock: FastClock, by: number): void {
  clock.setAhead(clock.time().ahead + by);
  crew.setAhead(clock.time().ahead);
}

/** Does it within the call that makes the last of so many posts, or when there are no more. */
async function afterPosts(
  { crew, posts }: Pick<Scene, 'crew' | 'posts'>,
  count: number,
  work: () => Promise<void>,
): Promise<void> {
  await crew.atWork();
  const reached = posts.all.length + count;
  const begun = Promise.withResolvers<Promise<void>>();
  const begin = () => {
    clearTimeout(timer);
    stop();
    begun.resolve(work());
  };
  const timer = setTimeout(begin, killPatience);
  const stop = posts.onChange(() => {
    if (posts.all.length >= reached) begin();
  });
  await begun.promise;
}

function later(wait: number, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => setTimeout(() => work().then(resolve, reject), wait));
}

interface Ending extends Pick<Scene, 'crew' | 'clock'> {
  readonly unsaid: () => Promise<Unsaid>;
}

/** The bots are left alone until all is said, also what was held back for a later day or is tried again much later. */
async function finish(ending: Ending): Promise<void> {
  const { crew, clock, unsaid } = ending;
  for (let halfDays = 0; halfDays < mostHalfDays; halfDays += 1) {
    await crew.killAll();
    setAhead(crew, clock, 12 * hour);
    crew.start();
    await crew.atWork();
    await untilSaid(ending);
    if ((await unsaid()).later === 0) break;
  }
  await crew.killAll();
}

/** Resolves when all is said that is due, or nothing is done any more. */
async function untilSaid({ crew, unsaid }: Ending): Promise<void> {
  for (let idle = false; !idle && (await unsaid()).now > 0; ) {
    idle = await until([crew], heardOf(crew), idlePatience).then(
      () => false,
      () => true,
    );
  }
}

/** Whether one of the crew said something since. */
function heardOf({ heard }: Crew): () => boolean {
  const before = heard();
  return () => heard() > before;
}

/** How much is to be said by now, or in hand, and how much later. */
interface Unsaid {
  readonly now: number;
  readonly later: number;
}

async function countUnsaid({ db }: Awaited<ReturnType<typeof openStore>>, clock: FastClock): Promise<Unsaid> {
  const now = clock.now();
  const schedule = { letter: { not: 'digest.tasks' } };
  const [comingUp, due, all, inHand, pending] = await Promise.all([
    db.schedule.count({ where: { ...schedule, nextAt: { not: null } } }),
    db.schedule.count({ where: { ...schedule, nextAt: { lte: now } } }),
    db.delivery.count({ where: { status: { in: ['pending', 'leased'] } } }),
    db.delivery.count({ where: { status: 'leased' } }),
    db.delivery.count({ where: { status: 'pending', dueAt: { lte: now } } }),
  ]);
  return { now: due + inHand + pending, later: comingUp + all };
}
