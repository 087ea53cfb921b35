import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { commands } from '../../../commands/index.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createSlackPlatform, type SlackPlatform } from '../../../src/platforms/slack/index.ts';
import { toManifest } from '../../../src/platforms/slack/manifest.ts';
import { until } from '../../../src/sandbox/contract.ts';
import { createSlackSandbox, type SlackSandbox } from '../../../src/sandbox/slack/index.ts';
import { createListeningLog, createScriptedInbound, publicly, type ScriptedInbound, socketOptions } from './bench.ts';

const maria = 'U0MARIA001';
const general = 'C0GENERAL1';

describe('Slack, by calls to our web server', () => {
  let slack: SlackSandbox;
  let platform: SlackPlatform;
  let inbound: ScriptedInbound;
  let server: Server;
  let origin: string;

  before(async () => {
    slack = await createSlackSandbox({ now: () => new Date() });
    inbound = createScriptedInbound();
    const { appToken: _, ...options } = socketOptions(slack, createListeningLog());
    platform = createSlackPlatform({ ...options, signingSecret: slack.signingSecret });
    assert.ok(platform.http);
    server = createServer(platform.http);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await platform.stop();
    server.close();
    server.closeAllConnections();
    await slack.close();
  });

  const call = (body: string, { path = '/slack/events', secret = slack.signingSecret, age = 0 } = {}) => {
    const at = Math.floor(Date.now() / 1_000) - age;
    const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
    };
    return fetch(origin + path, { method: 'POST', body, headers });
  };
  const verification = JSON.stringify({ type: 'url_verification', challenge: 'c4ll' });

  it('asks Slack to come again before it has started', async () => {
    assert.equal(platform.connected(), false);
    assert.equal((await call(verification)).status, 503);
  });

  it('hears what Slack signs', async () => {
    await platform.start(inbound);
    assert.equal(platform.connected(), true);
    const response = await call(verification);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /c4ll/);
  });

  it('refuses what somebody else signs, and what is old', async () => {
    assert.equal((await call(verification, { secret: 'another' })).status, 401);
    assert.equal((await call(verification, { age: 400 })).status, 401);
  });

  it('knows no other address', async () => {
    assert.equal((await call(verification, { path: '/slack/install' })).status, 404);
    assert.equal((await fetch(`${origin}/slack/events`)).status, 404);
  });

  it('answers commands, presses and forms', async () => {
    slack.installManifest(toManifest(commands, createCatalogue(), { publicUrl: origin }));
    slack.sendTo(`${origin}/slack/events`);
    inbound.plan = ({ via }) =>
      via === 'command' ? { type: 'form' } : { type: 'run', visibility: 'space', inPlace: false };
    inbound.answer = async ({ input }) => publicly(`added ${input.title}`);
    await slack.type(maria, general, '/task add');
    await until([slack], () => slack.modal(maria));
    await slack.submit(maria, { title: 'by HTTP' });
    const message = await until([slack], () =>
      slack.messages(maria, general).find(({ payload }) => payload.text === 'added by HTTP'),
    );
    assert.equal(message.privateTo, undefined);
  });

  it('takes nothing more once it has stopped', async () => {
    await platform.stop();
    assert.equal(platform.connected(), false);
    assert.equal((await call(verification)).status, 503);
  });
});
