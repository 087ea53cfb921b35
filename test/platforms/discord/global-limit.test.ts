import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { DefaultRestOptions, REST, type RESTOptions, Routes } from 'discord.js';
import { toLimited } from '../../../src/platforms/discord/global-limit.ts';
import { createDiscordSandbox } from '../../../src/sandbox/discord/index.ts';

const limit = { calls: 5, length: 100 } as const;

/** Thirty calls at once, of which Discord takes five in a tenth of a second. Returns how many it refused. */
async function countRefusals(t: TestContext, makeRequest: RESTOptions['makeRequest']): Promise<number> {
  const sandbox = await createDiscordSandbox({
    now: () => new Date(),
    moreChannels: 30,
    rateRules: { global: { calls: limit.calls, window: limit.length } },
  });
  t.after(sandbox.close);
  sandbox.faults.enforceRateLimits(true);
  const rest = new REST({ api: sandbox.apiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY, makeRequest });
  rest.setToken(sandbox.token);
  const channels = sandbox.channels().filter(({ name }) => name.startsWith('more'));
  await Promise.all(channels.map(({ id }) => rest.get(Routes.channel(id))));
  const statuses = sandbox.calls.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 30);
  return statuses.filter((status) => status === 429).length;
}

describe('the limit of all calls to Discord together', () => {
  it('is kept, so that none is refused', async (t) => {
    const { makeRequest } = DefaultRestOptions;
    assert.equal(await countRefusals(t, toLimited(makeRequest, { ...limit, length: limit.length + 2 })), 0);
  });

  it('would be passed without that', async (t) => {
    assert.ok((await countRefusals(t, DefaultRestOptions.makeRequest)) > 0);
  });

  it('does not count first answers to interactions', async (t) => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    t.after(sandbox.close);
    const makeRequest = toLimited(DefaultRestOptions.makeRequest, { calls: 1, length: 60_000 });
    const rest = new REST({ api: sandbox.apiUrl, makeRequest }).setToken(sandbox.token);
    await rest.get(Routes.gateway());
    const answer = rest.post(Routes.interactionCallback(sandbox.workspace.id, 'unknown'), { body: {}, auth: false });
    await assert.rejects(answer, { status: 404 });
  });
});
