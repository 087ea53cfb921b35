import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { startWithSandbox } from '../../src/main-sandbox.ts';
import { type SandboxPlatform, until } from '../../src/sandbox/contract.ts';
import { silence } from '../support/silence.ts';
import { createTestDatabase } from '../support/store.ts';

describe('the demo', () => {
  for (const { locale, last, circle } of [
    { locale: 'en', last: 'Find forty chairs', circle: /C-1 · .*Aisha Khan, Kai Nakamura,? and Ruth Okafor.*heating/ },
    {
      locale: 'es',
      last: 'Conseguir cuarenta sillas',
      circle: /C-1 · .*Aisha Khan, Kai Nakamura y Ruth Okafor.*calefacción/,
    },
  ]) {
    it(`plays in ${locale}, and ends with a task that is still to be done on both sides`, async (t) => {
      const { databaseUrl } = await createTestDatabase(t);
      const config = readConfig({ PORT: '0', DATABASE_URL: databaseUrl, DEFAULT_LOCALE: locale });
      const { slack, discord, stop } = await startWithSandbox(config, { log: silence, demo: true });
      t.after(stop);
      for (const platform of [slack, discord]) {
        await until([platform], () => posts(platform).at(-1)?.includes(last));
        assert.deepEqual(
          ['T-1', 'T-2', 'T-3', 'T-4', 'T-5'].filter((task) => !posts(platform).some((post) => post.includes(task))),
          [],
        );
        await until([platform], () => posts(platform).some((post) => circle.test(post)));
      }
    });
  }
});

/** What everybody sees in the first channel. */
function posts(platform: SandboxPlatform): readonly string[] {
  const [person] = platform.people;
  const [room] = platform.channels();
  const seen = platform.messages(person?.id ?? '', room?.id ?? '');
  return seen.filter(({ privateTo }) => privateTo === undefined).map(({ payload }) => JSON.stringify(payload));
}
