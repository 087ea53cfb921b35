import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webApi } from '@slack/bolt';
import { until } from '../../../src/sandbox/contract.ts';
import { sign } from '../../../src/sandbox/slack/delivery/http-mode.ts';
import { city, maria, startBolt, startHttpBolt, startSlack, textsSeen } from './support.ts';

test('Bolt comes back after its connection broke', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', ({ ack }) => ack('here again'));
  });
  assert.equal(slack.connections(), 1);
  slack.dropConnection();
  await until([slack], () => slack.connections() === 0);
  await until([slack], () => slack.connections() === 1);
  await slack.type(maria, city, '/task');
  assert.deepEqual(textsSeen(slack, maria), ['here again']);
});

test('Bolt connects anew when Slack asks for it', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', ({ ack }) => ack('here still'));
  });
  slack.refreshConnections();
  await until([slack], () => slack.connections() === 0);
  await until([slack], () => slack.connections() === 1);
  await slack.type(maria, city, '/task');
  assert.deepEqual(textsSeen(slack, maria), ['here still']);
});

test('two connections take turns', async (t) => {
  const slack = await startSlack(t);
  for (const name of ['first', 'second']) {
    await startBolt(slack, (app) => {
      app.command('/task', ({ ack }) => ack(name));
    });
  }
  await slack.type(maria, city, '/task');
  await slack.type(maria, city, '/task');
  assert.deepEqual([...textsSeen(slack, maria)].sort(), ['first', 'second']);
});

test('an event without an ack is told three times more, an acked one is not', async (t) => {
  const slack = await startSlack(t, { patience: 10 });
  const { url } = await new webApi.WebClient(slack.appToken, { slackApiUrl: slack.apiUrl }).apps.connections.open();
  const socket = new WebSocket(url ?? '');
  const attempts: unknown[] = [];
  let answering = false;
  const greeted = Promise.withResolvers<void>();
  socket.addEventListener('message', ({ data }) => {
    const { type, envelope_id, retry_attempt } = JSON.parse(String(data));
    if (type === 'hello') return greeted.resolve();
    attempts.push(retry_attempt ?? 0);
    if (answering) socket.send(JSON.stringify({ envelope_id }));
  });
  await greeted.promise;
  await slack.openHome(maria);
  assert.deepEqual(attempts.splice(0), [0, 1, 2, 3]);
  answering = true;
  await slack.openHome(maria);
  assert.deepEqual(attempts, [0]);
});

test('a command, a form and an event arrive signed by HTTP', async (t) => {
  const slack = await startSlack(t);
  const heard: string[] = [];
  await startHttpBolt(slack, (app) => {
    app.command('/task', ({ ack, command }) => ack(`by HTTP: ${command.text}`));
    app.event('app_mention', async ({ event }) => void heard.push(event.text));
  });
  await slack.type(maria, city, '/task add @sam');
  assert.deepEqual(textsSeen(slack, maria), ['by HTTP: add <@U0SAM00001|sam>']);
  await slack.type(maria, city, 'hello @convener');
  assert.deepEqual(heard, ['hello <@U0CONVENER1>']);
});

test('Bolt refuses a request that is signed with another secret or too old', async (t) => {
  const slack = await startSlack(t);
  const url = await startHttpBolt(slack, () => {});
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
  const post = async (headers: Record<string, string>) => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return response.status;
  };
  const now = Math.floor(Date.now() / 1000);
  assert.equal(await post(sign(slack.signingSecret, body)), 200);
  assert.equal(await post(sign('another', body)), 401);
  assert.equal(await post(sign(slack.signingSecret, body, now - 400)), 401);
});

test('a bot that answers with a failure by HTTP ends with a private notice', async (t) => {
  const slack = await startSlack(t);
  const url = await startHttpBolt(slack, (app) => {
    app.command('/task', () => {
      throw new Error('broken');
    });
  });
  assert.ok(url);
  await slack.type(maria, city, '/task');
  assert.deepEqual(textsSeen(slack, maria), ['http_service_error']);
});
