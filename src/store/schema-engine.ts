import { readFile } from 'node:fs/promises';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

let loading: Promise<Glue> | undefined;

/**
 * Prisma's schema engine as WebAssembly, on the database that `factory` connects to. Made for one schema or, where
 * migrations are only applied, for none. Whoever opens it frees it.
 */
export async function openSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schema?: string,
): Promise<SchemaEngine> {
  loading ??= loadEngine();
  const { SchemaEngine } = await loading;
  const datamodels: [string, string][] | undefined = schema === undefined ? undefined : [['schema.prisma', schema]];
  const ignoreItsLog = () => {};
  return SchemaEngine.new({ datamodels }, ignoreItsLog, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The package imports its binary as a module, which Node warns of as experimental; so it is put together here. */
async function loadEngine(): Promise<Glue> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const binary = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'));
  const imports = { './schema_engine_bg.js': withQuietTimers(glue) };
  const { instance } = await WebAssembly.instantiate(await readFile(binary), imports);
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** The engine leaves its ten seconds of waiting for a lock running after it has the lock; they must not keep us alive. */
function withQuietTimers(glue: Glue): WebAssembly.ModuleImports {
  const entries = Object.entries(glue).map(([name, value]) => [name, isTimer(name) ? setQuietTimer : value]);
  return Object.fromEntries(entries);
}

function isTimer(name: string): boolean {
  return name.startsWith('__wbg_setTimeout_');
}

function setQuietTimer(callback: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(callback, milliseconds).unref();
}
