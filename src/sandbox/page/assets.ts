import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The page's own files as the browser gets them, by their name below `/sandbox/`. */
export type Assets = Readonly<Record<'app.js' | 'app.css', { readonly text: string; readonly type: string }>>;

/** Bundles the browser's half, once at start (some 20 ms). Nothing is written to disk or fetched from anywhere. */
export async function createAssets(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: [
      { in: fileURLToPath(new URL('./browser/main.tsx', import.meta.url)), out: 'app' },
      { in: fileURLToPath(new URL('./browser/styles/app.css', import.meta.url)), out: 'app' },
    ],
    outdir: '/',
    bundle: true,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return {
    'app.js': { text: textOf('.js'), type: 'text/javascript; charset=utf-8' },
    'app.css': { text: textOf('.css'), type: 'text/css; charset=utf-8' },
  };
}
