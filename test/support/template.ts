/**
 * What `node --test --test-global-setup` does before all files and after them: migrates one database, of which every test
 * of every file gets a copy.
 */
import { createTemplate, maker } from './databases.ts';

export async function globalSetup(): Promise<void> {
  process.env.TEST_TEMPLATE = await createTemplate();
}

export async function globalTeardown(): Promise<void> {
  const { TEST_TEMPLATE } = process.env;
  if (TEST_TEMPLATE) await maker.remove(TEST_TEMPLATE);
}
