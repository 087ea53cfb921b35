import { html, raw } from 'hono/html';
import type { SandboxPlatform } from '../contract.ts';
import type { PageWords } from './words.ts';

/** What the browser's half is told at its start, as data inside the document. */
export interface PageStart {
  readonly locale: string;
  readonly locales: readonly string[];
  readonly platforms: readonly SandboxPlatform['name'][];
  /** By language: people on the platforms may speak another one than whoever reads the page. */
  readonly words: Readonly<Record<string, PageWords>>;
}

/** The document around the browser's half, in one language. */
export function toDocument(start: PageStart) {
  const { locale } = start;
  const words = start.words[locale];
  return html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${words?.title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/sandbox/app.css">
    <script type="application/json" id="start">${raw(toScriptData(start))}</script>
    <script type="module" src="/sandbox/app.js"></script>
  </head>
  <body>
    <div id="page"></div>
    <noscript>${words?.noscript}</noscript>
  </body>
</html>`;
}

/** JSON that cannot end the script element it stands in. */
function toScriptData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
