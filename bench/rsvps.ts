/**
 * Five hundred people who say within ten seconds that they come, half of them in Slack and half in Discord, to what has
 * three hundred seats; with the platforms' limits switched on in the sandbox, on both stores. How long they wait for
 * their answers, how long it takes until both cards show the last of them, by how many edits, and what is refused.
 */
import assert from 'node:assert/strict';
import { setTimeout as passing } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import { toManifest } from '../src/platforms/slack/manifest.ts';
import { type SandboxPlatform, until } from '../src/sandbox/contract.ts';
import { createDiscordSandbox } from '../src/sandbox/discord/index.ts';
import { createSlackSandbox } from '../src/sandbox/slack/index.ts';
import { startBenchBot } from './bot.ts';
import { callForCrowd, type StandingCard } from './crowd.ts';
import { describeMachine } from './machine.ts';
import { quantile } from './measure.ts';
import { type BenchStore, openBenchPostgresStore, openBenchSqlite } from './stores.ts';
import { toPlainTable } from './table.ts';

const people = 500;
const capacity = 300;
const within = 10_000;
const patience = 120_000;

const now = () => new Date();

console.log(`${describeMachine()}\n${people} answers within ${within / 1_000} s; answers in ms, cards in s\n`);
const headings = ['', 'answer: median', 'p95', 'longest', 'card right after', 'edits', '429s'];
const rows: string[][] = [];
for (const open of [openBenchSqlite, openBenchPostgresStore]) rows.push(...(await measure(open)));
console.log(toPlainTable([headings, ...rows]));

async function measure(open: () => Promise<BenchStore>): Promise<string[][]> {
  await using opened = await open();
  await using parts = new AsyncDisposableStack();
  const slack = await createSlackSandbox({ now, morePeople: people / 2 });
  parts.defer(slack.close);
  const discord = await createDiscordSandbox({ now, morePeople: people / 2 });
  parts.defer(discord.close);
  slack.installManifest(toManifest(commands, createCatalogue()));
  const convener = await startBenchBot({ databaseUrl: opened.url, slack, discord });
  parts.defer(convener.stop);
  const cards = await callForCrowd(slack, discord, capacity);
  for (const { faults } of [slack, discord]) faults.enforceRateLimits(true);
  const rows = await pressAll(cards);
  const { db } = opened.store;
  assert.equal(await db.rsvp.count({ where: { seat: 'taken' } }), capacity);
  assert.equal(await db.rsvp.count({ where: { seat: 'waiting' } }), people - capacity);
  return rows.map(([name = '', ...figures]) => [`${opened.name}, ${name}`, ...figures]);
}

async function pressAll(cards: readonly StandingCard[]): Promise<string[][]> {
  const waits = new Map(cards.map((card) => [card, [] as Promise<number>[]]));
  const crowds = new Map(cards.map((card) => [card, card.platform.people.slice(-people / cards.length)]));
  const startedAt = performance.now();
  for (let index = 0; index < people; index += 1) {
    const card = cards[index % cards.length];
    const person = card && crowds.get(card)?.[Math.floor(index / cards.length)];
    assert.ok(card && person);
    waits.get(card)?.push(card.pressYes(person.id));
    await passing(Math.max(0, startedAt + ((index + 1) * within) / people - performance.now()));
  }
  const lastAt = performance.now();
  return Promise.all(cards.map(async (card) => toRow(card, lastAt, await Promise.all(waits.get(card) ?? []))));
}

async function toRow({ platform, look }: StandingCard, lastAt: number, waits: readonly number[]): Promise<string[]> {
  const isRight = () => /full, 200 waiting/.test(look()) && performance.now();
  const rightAt = await until([platform], isRight, patience);
  const sorted = waits.toSorted((one, other) => one - other);
  const times = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1)].map((time) => time.toFixed(0));
  const refused = platform.calls.filter(({ status }) => status === 429);
  for (const { method } of refused) console.error(platform.name, method);
  const edits = platform.calls.filter(isEdit).length;
  return [platform.name, ...times, ((rightAt - lastAt) / 1_000).toFixed(1), `${edits}`, `${refused.length}`];
}

function isEdit({ method, status }: SandboxPlatform['calls'][number]): boolean {
  return status === 200 && (method === 'chat.update' || method === 'PATCH /channels/:id/messages/:id');
}
