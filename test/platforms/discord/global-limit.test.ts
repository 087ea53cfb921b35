import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { DefaultRestOptions, REST, type RESTOptions, Routes } from 'discord.js';
import { toLimited } from '../../../src/platforms/discord/global-limit.ts';
import { createDiscordSandbox } from '../../../src/sandbox/discord/index.ts';

type MakeRequest = RESTOptions['makeRequest'];

const { makeRequest } = DefaultRestOptions;
const limit = { calls: 5, length: 100 } as const;
/** A timer may come a little early. */
const kept = { ...limit, length: limit.length + 2 };

/** Thirty calls at once, of which Discord takes five in a tenth of a second. Returns how many it refused. */
async function countRefusals(t: TestContext, makeRequest: MakeRequest): Promise<number> {
  const sandbox = await createDiscordSandbox({
    now: () => new Date(),
    moreChannels: 30,
    rateRules: { global: { calls: limit.calls, window: limit.length } },
  });
  t.after(sandbox.close);
  sandbox.faults.enforceRateLimits(true);
  const rest = new REST({
    ...{ api: sandbox.apiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY, makeRequest },
  }).setToken(sandbox.token);
  const channels = sandbox.channels().filter(({ name }) => name.startsWith('more'));
  await Promise.all(channels.map(({ id }) => rest.get(Routes.channel(id))));
  const statuses = sandbox.calls.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 30);
  return statuses.filter((status) => status === 429).length;
}

describe('the limit of all calls to Discord together', () => {
  it('is kept, so that none is refused', async (t) => {
    assert.equal(await countRefusals(t, toLimited(makeRequest, kept)), 0);
  });

  it('would be passed without that', async (t) => {
    assert.ok((await countRefusals(t, makeRequest)) > 0);
  });

  it('does not count answers to interactions, neither the first nor later ones', async (t) => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    t.after(sandbox.close);
    const limited = toLimited(makeRequest, { calls: 1, length: 60_000 });
    const rest = new REST({ api: sandbox.apiUrl, makeRequest: limited }).setToken(sandbox.token);
    await rest.get(Routes.gateway());
    const { id } = sandbox.workspace;
    const options = { body: {}, auth: false };
    await assert.rejects(rest.post(Routes.interactionCallback(id, 'unknown'), options), { status: 404 });
    await assert.rejects(rest.post(Routes.webhook(id, 'unknown'), options), { status: 404 });
    await assert.rejects(rest.patch(Routes.webhookMessage(id, 'unknown'), options), { status: 404 });
  });
});
