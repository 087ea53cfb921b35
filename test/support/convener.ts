import type { TestContext } from 'node:test';
import { type Config, readConfig } from '../../src/config.ts';
import type { Log } from '../../src/core/ports.ts';
import { type SandboxedConvener, startWithSandbox } from '../../src/main-sandbox.ts';
import { createTestDatabase } from './store.ts';

const ignore = () => {};
export const silence: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The bot between both platforms' local servers, on a fresh database; stopped when the test ends. */
export async function startTestConvener(
  t: TestContext,
  { log = silence, config = {} }: { log?: Log; config?: Partial<Config> } = {},
): Promise<SandboxedConvener> {
  const { databaseUrl } = await createTestDatabase(t);
  const defaults = readConfig({ PORT: '0', DEFAULT_TIMEZONE: 'UTC', DATABASE_URL: databaseUrl });
  const convener = await startWithSandbox({ ...defaults, ...config }, { log });
  t.after(convener.stop);
  return convener;
}
