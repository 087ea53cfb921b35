import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { ZodError } from 'zod';
import type { SandboxPlatform } from '../contract.ts';
import { clockMove, findAct } from './actions.ts';
import { type Assets, createAssets } from './assets.ts';
import type { SandboxClock } from './clock.ts';
import { toDocument } from './document.ts';
import { onlyFromThisMachine } from './guard.ts';
import { type Shown, sendLive } from './live.ts';
import { type Side, toSide } from './state.ts';
import { toPageWords } from './words.ts';

export interface SandboxPageOptions {
  readonly platforms: readonly SandboxPlatform[];
  /** The languages that the page can be read in; the first is used where the browser asks for none of them. */
  readonly locales: readonly string[];
  /** The words of a language by their keys; those under `sandbox.` are used. */
  readonly words: (locale: string) => Readonly<Record<string, string>>;
  readonly clock: SandboxClock;
}

export interface SandboxPage {
  /** To be mounted at `/`: the page itself, and what it asks for under `/sandbox/`. */
  readonly app: Hono;
  /** Ends the live streams, so that the server can stop. */
  readonly close: () => void;
}

/** Both platforms of the sandbox side by side in a browser, for whoever tries the bot on their own machine. */
export async function createSandboxPage(options: SandboxPageOptions): Promise<SandboxPage> {
  const { platforms, locales, clock } = options;
  const words = Object.fromEntries(locales.map((locale) => [locale, toPageWords(options.words(locale))]));
  const assets = await createAssets();
  const ending = new AbortController();
  const clockListeners = new Set<() => void>();
  const shown: Shown = {
    platforms,
    clock,
    onClock: (listener) => {
      clockListeners.add(listener);
      return () => clockListeners.delete(listener);
    },
  };

  const app = new Hono();
  app.use('/', onlyFromThisMachine);
  app.use('/sandbox/*', onlyFromThisMachine);
  app.get('/', (context) => {
    const locale = chooseLocale(context, locales);
    return context.html(toDocument({ locale, locales, platforms: platforms.map(({ name }) => name), words }));
  });
  app.get('/sandbox/live', (context) =>
    streamSSE(context, (stream) => sendLive(stream, shown, readSide(context), ending.signal)),
  );
  app.get('/sandbox/:file{app\\.(?:js|css)}', (context) => serveAsset(context, assets));
  app.post('/sandbox/clock', async (context) => {
    const { at } = clockMove.parse(await context.req.json());
    await (at === null ? clock.reset() : clock.moveTo(new Date(at)));
    for (const listener of clockListeners) listener();
    return context.json(null);
  });
  app.post('/sandbox/:platform/:act', async (context) => {
    const platform = platforms.find(({ name }) => name === context.req.param('platform'));
    const act = findAct(context.req.param('act'));
    if (!platform || !act) return context.notFound();
    return context.json((await act(platform, await context.req.json())) ?? null);
  });
  app.onError((error, context) => context.json({ error: error.message }, isUnreadable(error) ? 400 : 502));
  return { app, close: () => ending.abort() };
}

/** The language asked for by the address, else by the browser, else the first. */
function chooseLocale(context: Context, locales: readonly string[]): string {
  const asked = [context.req.query('lang') ?? '', ...(context.req.header('accept-language') ?? '').split(',')];
  const languages = asked.map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return languages.find((language) => locales.includes(language)) ?? locales[0] ?? 'en';
}

/** `?slack=U1/C1&lang=en`: the person and the place that the page shows of that platform, and its language. */
function readSide(context: Context): (platform: SandboxPlatform) => Side {
  const language = context.req.query('lang') ?? '';
  return (platform) => {
    const [personId = '', placeId = ''] = (context.req.query(platform.name) ?? '').split('/');
    return toSide(platform, { personId, placeId }, language);
  };
}

function serveAsset(context: Context, assets: Assets): Response {
  const asset = assets[context.req.param('file') as keyof Assets];
  return context.body(asset.text, 200, { 'Content-Type': asset.type, 'Cache-Control': 'no-cache' });
}

function isUnreadable(error: unknown): boolean {
  return error instanceof ZodError || error instanceof SyntaxError;
}
