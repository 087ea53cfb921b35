import { readFileSync } from 'node:fs';
import type { StoreKind } from '../src/store/address.ts';

export const storeKinds: readonly StoreKind[] = ['sqlite', 'postgresql'];

/** prisma/schema.prisma, or its PostgreSQL twin: the same but for the provider and the folder of the client. */
export function readSchema(kind: StoreKind): string {
  const source = readFileSync(new URL('../prisma/schema.prisma', import.meta.url), 'utf8');
  if (kind === 'sqlite') return source;
  return replaceOnce(
    replaceOnce(source, 'provider = "sqlite"', `provider = "${kind}"`),
    'generated/sqlite',
    `generated/${kind}`,
  );
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`prisma/schema.prisma must contain ${from} once`);
  return text.replace(from, to);
}
