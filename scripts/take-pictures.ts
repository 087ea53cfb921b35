/**
 * Makes the pictures of the README, in both languages: drives the sandbox's page in the installed Chromium, at an hour
 * that stays the same. `npm run pictures`, whenever what they show has changed.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { readConfig } from '../src/config.ts';
import { type SandboxedConvener, startWithSandbox } from '../src/main-sandbox.ts';
import { type SandboxPlatform, until } from '../src/sandbox/contract.ts';
import { openBrowser } from '../test/browser/browser.ts';

/** Who says what in one language. Whoever makes the coalition is not whom we look over the shoulder of. */
interface Story {
  readonly locale: string;
  readonly zone: string;
  readonly founders: { readonly slack: string; readonly discord: string };
  readonly viewers: { readonly slack: string; readonly discord: string };
  readonly create: string;
  readonly add: string;
  readonly task: string;
  readonly done: string;
  readonly finished: string;
  readonly convene: string;
  readonly conversation: string;
  readonly yes: string;
  readonly coming: string;
}

const stories: readonly Story[] = [
  {
    locale: 'en',
    zone: 'America/Los_Angeles',
    founders: { slack: 'Maria', discord: 'Luz' },
    viewers: { slack: 'Sam', discord: 'Kai' },
    create: '/coalition create name:Riverside Tenants locale:en timezone:Los Angeles',
    add: '/task add Call the food bank owner:@Aisha due:friday',
    task: 'T-1 · Call the food bank',
    done: 'Done',
    finished: 'finished',
    convene: '/convene new title:Listening circle when:thursday 6pm where:Library capacity:12',
    conversation: 'C-1 · Listening circle',
    yes: 'Yes',
    coming: 'Coming: Kai Nakamura',
  },
  {
    locale: 'es',
    zone: 'Europe/Madrid',
    founders: { slack: 'Ruth', discord: 'Noor' },
    viewers: { slack: 'Maria', discord: 'Luz' },
    create: '/coalition create name:Vecinas de la Ribera locale:es timezone:Madrid',
    add: '/task add Llamar al banco de alimentos responsable:@Aisha plazo:viernes',
    task: 'T-1 · Llamar al banco de alimentos',
    done: 'Hecha',
    finished: 'terminó',
    convene: '/convene new title:Círculo de escucha when:jueves a las 18:00 where:Biblioteca capacity:12',
    conversation: 'C-1 · Círculo de escucha',
    yes: 'Sí',
    coming: 'Vienen: Luz Herrera',
  },
];

/** A Tuesday on which it is daytime in both stories. */
const hour = new Date('2027-03-09T17:05:00Z');
const quiet = () => {};
const log = { debug: quiet, info: quiet, warn: console.warn, error: console.error };

const browser = await openBrowser();
try {
  for (const story of stories) {
    await picture(browser, story, takeTasks);
    await picture(browser, story, takeConversation);
  }
} finally {
  await browser.close();
}

/** What is seen on a page that somebody opens in a coalition which was just founded. */
type Taking = (page: Page, story: Story, convener: SandboxedConvener) => Promise<void>;

async function picture(browser: Browser, story: Story, take: Taking): Promise<void> {
  const config = readConfig({ PORT: '0', DEFAULT_TIMEZONE: story.zone });
  const convener = await startWithSandbox(config, { log });
  try {
    convener.clock.moveTo(hour);
    await found(convener, story);
    const page = await openPage(browser, convener.port, story);
    await take(page, story, convener);
    await page.context().close();
  } finally {
    await convener.stop();
  }
}

/** A coalition on both sides, before anybody looks. */
async function found({ slack, discord }: SandboxedConvener, { founders, create }: Story): Promise<void> {
  await type(slack, founders.slack, create);
  await type(slack, founders.slack, '/coalition invite');
  const code = await until([slack], () => findCode(slack, founders.slack));
  await type(discord, founders.discord, `/coalition link code:${code}`);
  await until([discord], () => discord.messages(find(discord, founders.discord), roomOf(discord)).length > 0);
}

async function takeTasks(page: Page, { add, task, done, finished, locale }: Story): Promise<void> {
  const slack = page.getByRole('region', { name: 'Slack', exact: true });
  const discord = page.getByRole('region', { name: 'Discord', exact: true });
  const isDone = { name: done, exact: true };
  await say(slack, add);
  await slack.getByRole('article').filter({ hasText: task }).nth(1).waitFor();
  await discord.getByRole('article').filter({ hasText: task }).waitFor();
  await take(page, locale, 'task-added');

  await discord.getByRole('button', isDone).click();
  for (const side of [slack, discord]) await side.getByText(finished).waitFor();
  await slack.getByRole('button', isDone).nth(1).waitFor({ state: 'detached' });
  await take(page, locale, 'task-done');

  for (const side of [slack, discord]) {
    await say(side, '/task add');
    await side.getByRole('dialog').waitFor();
  }
  await take(page, locale, 'form');
  for (const side of [slack, discord]) {
    await side.getByRole('dialog').getByRole('textbox').first().press('Escape');
    await side.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

/** Called by somebody else, so that nobody sees more of it than its card; and higher, so that each card is seen whole. */
async function takeConversation(page: Page, story: Story, convener: SandboxedConvener): Promise<void> {
  const { convene, conversation, founders, yes, coming, locale } = story;
  const slack = page.getByRole('region', { name: 'Slack', exact: true });
  const discord = page.getByRole('region', { name: 'Discord', exact: true });
  await page.setViewportSize({ width: 1120, height: 970 });
  await type(convener.discord, founders.discord, convene);
  for (const side of [slack, discord]) await side.getByRole('button', { name: yes, exact: true }).waitFor();
  await discord.getByRole('button', { name: yes, exact: true }).click();
  for (const side of [slack, discord]) {
    await side.getByRole('article').filter({ hasText: conversation }).filter({ hasText: coming }).waitFor();
  }
  await take(page, locale, 'conversation');
}

async function openPage(browser: Browser, port: number, { locale, zone, viewers }: Story): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 840 },
    deviceScaleFactor: 1,
    locale,
    timezoneId: zone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/`);
  for (const [side, viewer] of [
    ['Slack', viewers.slack],
    ['Discord', viewers.discord],
  ] as const) {
    const person = page.getByRole('region', { name: side, exact: true }).getByRole('combobox').first();
    const option = person.locator('option', { hasText: new RegExp(`^${viewer}`) });
    await person.selectOption(await option.getAttribute('value'));
  }
  return page;
}

async function say(side: Locator, text: string): Promise<void> {
  const line = side.locator('input[role=combobox]');
  await line.fill(text);
  await line.press('Escape');
  await line.press('Enter');
}

async function take(page: Page, locale: string, name: string): Promise<void> {
  const folder = fileURLToPath(new URL(`../docs/images/${locale}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.mouse.move(0, 0);
  await page.locator('main').screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
}

async function type(platform: SandboxPlatform, name: string, text: string): Promise<void> {
  await platform.type(find(platform, name), roomOf(platform), text);
}

function find({ people }: SandboxPlatform, name: string): string {
  const person = people.find((candidate) => candidate.name.startsWith(name));
  if (!person) throw new Error(`nobody in the sandbox is called ${name}`);
  return person.id;
}

function roomOf(platform: SandboxPlatform): string {
  const room = platform.channels().find(({ directWith }) => directWith === undefined);
  if (!room) throw new Error('the sandbox has no channel');
  return room.id;
}

function findCode(platform: SandboxPlatform, name: string): string | undefined {
  const answers = JSON.stringify(platform.messages(find(platform, name), roomOf(platform)));
  return answers.match(/\b[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}\b/g)?.at(-1);
}
