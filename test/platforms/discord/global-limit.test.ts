import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { DefaultRestOptions, REST, type RESTOptions, Routes } from 'discord.js';
import { alone, type Part } from '../../../src/core/part.ts';
import { toLimited } from '../../../src/platforms/discord/global-limit.ts';
import { createDiscordSandbox } from '../../../src/sandbox/discord/index.ts';

type MakeRequest = RESTOptions['makeRequest'];

const { makeRequest } = DefaultRestOptions;
const limit = { calls: 5, length: 100 } as const;
/** A timer may come a little early. */
const kept = { ...limit, length: limit.length + 2 };

/** Thirty calls at once, shared out, of which Discord takes five in a tenth of a second. Returns how many it refused. */
async function countRefusals(t: TestContext, makeRequests: readonly MakeRequest[]): Promise<number> {
  const sandbox = await createDiscordSandbox({
    now: () => new Date(),
    moreChannels: 30,
    rateRules: { global: { calls: limit.calls, window: limit.length } },
  });
  t.after(sandbox.close);
  sandbox.faults.enforceRateLimits(true);
  const rests = makeRequests.map((makeRequest) =>
    new REST({
      ...{ api: sandbox.apiUrl, globalRequestsPerSecond: Number.POSITIVE_INFINITY, makeRequest },
    }).setToken(sandbox.token),
  );
  const channels = sandbox.channels().filter(({ name }) => name.startsWith('more'));
  await Promise.all(channels.map(({ id }, index) => rests[index % rests.length]?.get(Routes.channel(id))));
  const statuses = sandbox.calls.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 200).length, 30);
  return statuses.filter((status) => status === 429).length;
}

const empty = {
  ...{ ok: true, status: 204, statusText: 'No Content', body: null, bodyUsed: false },
  ...{ arrayBuffer: async () => new ArrayBuffer(), json: async () => null, text: async () => '' },
};

/** Requests that are answered when the test says so. */
function createRequests() {
  const underWay: (() => void)[] = [];
  const request: MakeRequest = async () => {
    await new Promise<void>((resolve) => underWay.push(resolve));
    return { ...empty, headers: new Headers() };
  };
  return { underWay, request };
}

describe('the limit of all calls to Discord together', () => {
  it('is kept, so that none is refused', async (t) => {
    assert.equal(await countRefusals(t, [toLimited(makeRequest, alone, kept)]), 0);
  });

  it('would be passed without that', async (t) => {
    assert.ok((await countRefusals(t, [makeRequest])) > 0);
  });

  it('is kept by two processes that know of each other', async (t) => {
    const parts = [0, 1].map((place) => async () => ({ processes: 2, place }));
    const limited = parts.map((findPart) => toLimited(makeRequest, findPart, kept));
    assert.equal(await countRefusals(t, limited), 0);
  });

  it('would be passed by two of which each knows only itself', async (t) => {
    const limited = [0, 1].map(() => toLimited(makeRequest, alone, kept));
    assert.ok((await countRefusals(t, limited)) > 0);
  });

  it('is the smaller for a process the more there are, from the next call on', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { underWay, request } = createRequests();
    let part: Part = { processes: 1, place: 0 };
    const limited = toLimited(request, async () => part, { calls: 4, length: 1_000 });
    for (let call = 1; call <= 8; call += 1) void limited('https://discord.com/api/v10/gateway', {});
    const goOn = async (answers: number) => {
      for (const answer of underWay.splice(0, answers)) answer();
      await turn();
      t.mock.timers.tick(1_000);
      await turn();
      return underWay.length;
    };
    assert.equal(await goOn(0), 4);
    part = { processes: 2, place: 1 };
    assert.equal(await goOn(1), 3, 'what is under way counts');
    assert.equal(await goOn(1), 2);
    assert.equal(await goOn(1), 2, 'the fifth has come');
    part = { processes: 1, place: 0 };
    assert.equal(await goOn(1), 4, 'the others are gone');
  });

  it('is kept by nobody who may not call yet', async () => {
    const { underWay, request } = createRequests();
    const { promise, resolve } = Promise.withResolvers<Part>();
    const limited = toLimited(request, () => promise);
    void limited('https://discord.com/api/v10/gateway', {});
    await turn();
    assert.equal(underWay.length, 0);
    resolve({ processes: 2, place: 0 });
    await turn();
    assert.equal(underWay.length, 1);
  });

  it('does not count answers to interactions, neither the first nor later ones', async (t) => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    t.after(sandbox.close);
    const limited = toLimited(makeRequest, alone, { calls: 1, length: 60_000 });
    const rest = new REST({ api: sandbox.apiUrl, makeRequest: limited }).setToken(sandbox.token);
    await rest.get(Routes.gateway());
    const { id } = sandbox.workspace;
    const options = { body: {}, auth: false };
    await assert.rejects(rest.post(Routes.interactionCallback(id, 'unknown'), options), { status: 404 });
    await assert.rejects(rest.post(Routes.webhook(id, 'unknown'), options), { status: 404 });
    await assert.rejects(rest.patch(Routes.webhookMessage(id, 'unknown'), options), { status: 404 });
  });
});
