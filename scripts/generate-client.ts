/**
 * Generates the database clients from prisma/schema.prisma, one for SQLite and one for PostgreSQL, offline. npm runs it
 * after every installation; where neither the schema nor Prisma has changed it does nothing, but with --force.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { StoreKind } from '../src/store/address.ts';
import { readSchema, storeKinds } from './prisma-schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = join(root, 'src/store/generated');
const stamp = join(generated, 'source.sha256');
const prisma = createRequire(import.meta.url).resolve('prisma/package.json');

const started = performance.now();
const source = fingerprint();
if (process.argv.includes('--force') || !isCurrent()) {
  rmSync(stamp, { force: true });
  mkdirSync(generated, { recursive: true });
  await Promise.all(storeKinds.map(generate));
  writeFileSync(stamp, source);
  console.log(`database clients generated in ${Math.round(performance.now() - started)} ms`);
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(prisma));
  for (const kind of storeKinds) hash.update(readSchema(kind));
  return hash.digest('hex');
}

function isCurrent(): boolean {
  const complete = storeKinds.every((kind) => existsSync(join(generated, kind, 'client.ts')));
  return complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === source;
}

/** Prisma's own command, on a schema that lies beside what it generates for as long as that takes. */
async function generate(kind: StoreKind): Promise<void> {
  const schema = join(generated, `${kind}.prisma`);
  writeFileSync(schema, readSchema(kind).replace(`../src/store/generated/${kind}`, `./${kind}`));
  try {
    const command = [join(dirname(prisma), 'build/index.js'), 'generate', '--no-hints', `--schema=${schema}`];
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
    await promisify(execFile)(process.execPath, command, { cwd: root, env });
  } finally {
    rmSync(schema, { force: true });
  }
}
