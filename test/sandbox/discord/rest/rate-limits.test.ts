import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RESTEvents } from 'discord.js';
import { createRateLimits } from '../../../../src/sandbox/discord/rest/rate-limits.ts';
import { call, channelNamed, start, startSandbox } from '../support.ts';

test('the sixth message within five seconds is refused, once limits are enforced', async (t) => {
  const sandbox = await startSandbox(t);
  const path = `POST /channels/${channelNamed(sandbox, 'general')}/messages`;
  const statuses = async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call(sandbox, path, { content: 'one of six' })));
    return answers.map((answer) => answer.status);
  };
  assert.deepEqual(await statuses(), [200, 200, 200, 200, 200, 200]);
  sandbox.faults.enforceRateLimits(true);
  assert.deepEqual(await statuses(), [200, 200, 200, 200, 200, 429]);
  const refused = await call(sandbox, path, { content: 'one more' });
  assert.equal(refused.body.global, false);
  assert.equal(refused.headers.get('x-ratelimit-scope'), 'user');
  assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
  assert.equal(Number(refused.headers.get('retry-after')), refused.body.retry_after);
  assert.equal(
    (await call(sandbox, `POST /channels/${channelNamed(sandbox, 'projects')}/messages`, { content: 'x' })).status,
    200,
  );
});

test('five edits in five seconds are the most of a channel, beside its new messages', async (t) => {
  const sandbox = await startSandbox(t);
  const path = `/channels/${channelNamed(sandbox, 'general')}/messages`;
  const { body } = await call(sandbox, `POST ${path}`, { content: 'as it was' });
  sandbox.faults.enforceRateLimits(true);
  const edit = () => call(sandbox, `PATCH ${path}/${body.id}`, { content: 'as it is' });
  const answers = await Promise.all(Array.from({ length: 6 }, edit));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200, 200, 429],
  );
  assert.equal((await call(sandbox, `POST ${path}`, { content: 'something new' })).status, 200);
});

test('fifty calls a second are the most of one token, answers to interactions apart', () => {
  let now = 0;
  const limits = createRateLimits(undefined, () => now);
  const take = (address: string, major: string, authorization?: string) =>
    limits.take({ address, major, authorization }, true).refusal;
  const bot = 'Bot one';
  const refusals = Array.from({ length: 51 }, (_, index) => take('GET /channels/:id', `${index}`, bot));
  assert.deepEqual(refusals.slice(0, 50), Array(50).fill(null));
  assert.deepEqual(refusals[50], { message: 'You are being rate limited.', retry_after: 1, global: true });
  assert.equal(take('GET /channels/:id', 'x', 'Bot two'), null);
  assert.equal(take('POST /interactions/:id/:token/callback', 'x'), null);
  for (const address of ['POST /webhooks/:id/:token', 'PATCH /webhooks/:id/:token/messages/@original']) {
    assert.equal(take(address, 'x', bot), null, 'it answers somebody');
  }
  now = 1_000;
  assert.equal(take('GET /channels/:id', 'y', bot), null);
});

test('the queue of discord.js keeps to the limits it is told, and every message arrives in order', async (t) => {
  const { sandbox, client, kai, general } = await start(t, { rateRules: { newMessages: { calls: 5, window: 100 } } });
  sandbox.faults.enforceRateLimits(true);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  let waits = 0;
  client.rest.on(RESTEvents.RateLimited, () => {
    waits += 1;
  });
  const words = Array.from({ length: 8 }, (_, index) => `message ${index}`);
  await Promise.all(words.map((content) => channel.send(content)));
  assert.ok(waits > 0);
  assert.deepEqual(
    sandbox.messages(kai, general).map((message) => message.payload.content),
    words,
  );
  assert.ok(
    sandbox.calls.every((one) => one.status !== 429),
    'it waited before it was told to',
  );
});

test('a 429 out of the blue is waited for and tried again', async (t) => {
  const { sandbox, client, general } = await start(t);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  sandbox.faults.refuse('POST /channels/:id/messages', { status: 429, retryAfter: 0.01 });
  await channel.send('at last');
  const statuses = sandbox.calls.filter((one) => one.method === 'POST /channels/:id/messages');
  assert.deepEqual(
    statuses.map((one) => one.status),
    [429, 200],
  );
});

test('calls are on record without any token', async (t) => {
  const { sandbox } = await start(t);
  await call(sandbox, 'POST /webhooks/1213168877568000003/secret-token', { content: 'x' });
  const record = JSON.stringify(sandbox.calls);
  assert.ok(!record.includes('secret-token') && !record.includes(sandbox.token));
  assert.ok(sandbox.calls.some((one) => one.method === 'POST /webhooks/:id/:token' && one.status === 404));
});
