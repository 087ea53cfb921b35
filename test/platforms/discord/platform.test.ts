import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MessageFlags } from 'discord.js';
import { PlatformError, type PlatformFailure, PlatformStartError } from '../../../src/core/errors.ts';
import { mention } from '../../../src/core/rich-text.ts';
import { view } from '../../../src/core/view.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { examineDiscord } from '../../../src/platforms/discord/examine.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/index.ts';
import { registerCommands } from '../../../src/platforms/discord/register.ts';
import { until } from '../../../src/sandbox/contract.ts';
import { createDiscordSandbox } from '../../../src/sandbox/discord/index.ts';
import { commands, createBot, say, silent, startDiscord, wordsOf } from './support.ts';

const failsAs = (failure: PlatformFailure) => (error: unknown) =>
  error instanceof PlatformError && error.failure === failure;

describe('starting', () => {
  const catalogue = createCatalogue();

  test('with a refused token names the variable', async (t) => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    t.after(sandbox.close);
    const { apiUrl } = sandbox;
    const platform = createDiscordPlatform({ token: 'of.no.use', apiUrl, commands, catalogue, log: silent });
    await assert.rejects(
      platform.start(createBot().inbound),
      (error) =>
        error instanceof PlatformStartError && error.variable === 'DISCORD_TOKEN' && error.reason === 'refused',
    );
    assert.equal(platform.connected(), false);
    await platform.stop();
  });

  test('without an answer says that Discord is out of reach', async () => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    const { apiUrl, token } = sandbox;
    await sandbox.close();
    const platform = createDiscordPlatform({ token, apiUrl, commands, catalogue, log: silent });
    const unreachable = (error: unknown) => error instanceof PlatformStartError && error.reason === 'unreachable';
    await assert.rejects(platform.start(createBot().inbound), unreachable);
    await assert.rejects(platform.register(), unreachable);
  });

  test('registers the commands once', async (t) => {
    const { sandbox, platform } = await startDiscord(t);
    assert.deepEqual(
      sandbox.commands().map(({ name }) => name),
      ['task'],
    );
    assert.equal(await platform.register(), 'unchanged');
    assert.equal(sandbox.calls.filter(({ method }) => method.startsWith('PUT')).length, 1);
  });

  test('names the application id where Discord refuses that', async (t) => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    t.after(sandbox.close);
    const { token, apiUrl } = sandbox;
    const options = { token, apiUrl, applicationId: '123456789012345678', commands, catalogue };
    const refusal = { name: 'PlatformStartError', variable: 'DISCORD_APPLICATION_ID', reason: 'refused' };
    await assert.rejects(examineDiscord(options), refusal);
    await assert.rejects(registerCommands({ ...options, log: silent }), refusal);
    await assert.rejects(examineDiscord({ ...options, token: 'wrong' }), { ...refusal, variable: 'DISCORD_TOKEN' });
  });

  test('can be examined before', async (t) => {
    const sandbox = await createDiscordSandbox({ now: () => new Date() });
    t.after(sandbox.close);
    const { token, apiUrl } = sandbox;
    const found = await examineDiscord({ token, apiUrl, commands, catalogue });
    assert.equal(found.name, 'Convener');
    assert.equal(found.servers, 1);
    assert.equal(found.registered, false);
    assert.match(found.invitation, new RegExp(`client_id=${sandbox.applicationId}&`));
    assert.ok(Math.abs(found.skew) < 5_000);
  });
});

describe('the connection', () => {
  test('comes back after it was lost, and hears again', async (t) => {
    const { sandbox, platform, luz, general, heard } = await startDiscord(t);
    assert.equal(platform.connected(), true);
    sandbox.dropConnection();
    await until([sandbox], () => sandbox.connections() === 1 && platform.connected());
    await sandbox.type(luz.id, general.id, '/task list');
    assert.equal(heard.length, 1);
  });

  test('stays until what was taken is answered', async (t) => {
    const gate = Promise.withResolvers<void>();
    const run = async () => {
      await gate.promise;
      return { view: say('in the end'), visibility: 'private' } as const;
    };
    const { sandbox, platform, luz, general } = await startDiscord(t, { run }, { patience: 1 });
    await sandbox.type(luz.id, general.id, '/task list');
    const stopped = platform.stop();
    gate.resolve();
    await stopped;
    assert.equal(platform.connected(), false);
    assert.match(sandbox.messages(luz.id, general.id).map(wordsOf).join(), /in the end/);
  });
});

describe('posts', () => {
  test('are posted, changed and found again by their delivery', async (t) => {
    const { sandbox, platform, place, kai } = await startDiscord(t);
    const posted = await platform.post(place, say('new'), 'delivery-1');
    await platform.post(place, say('another'), 'delivery-2');
    assert.deepEqual(await platform.findPosted(place, 'delivery-1'), posted);
    assert.equal(await platform.findPosted(place, 'delivery-3'), null);
    await platform.edit(posted, say('changed'));
    const [message] = sandbox.messages(kai.id, place.channelId);
    assert.ok(message?.edited);
    assert.match(wordsOf(message), /changed/);
  });

  test('are posted once where the answer to the first try was lost', async (t) => {
    const { sandbox, platform, place, kai } = await startDiscord(t);
    const posted = await platform.post(place, say('once'), 'delivery-1');
    assert.deepEqual(await platform.post(place, say('once'), 'delivery-1'), posted);
    assert.equal(sandbox.messages(kai.id, place.channelId).length, 1);
  });

  test('notify those they mention when they are new, and nobody when they change', async (t) => {
    const { sandbox, platform, place, kai } = await startDiscord(t);
    const account = { platform: 'discord', workspaceId: '', accountId: kai.id } as const;
    const shown = view({ type: 'text', text: mention({ name: kai.name, accounts: [account] }) });
    const posted = await platform.post(place, shown, 'delivery-1');
    await platform.edit(posted, shown);
    const mentions = sandbox.calls
      .filter(({ method }) => /^(POST|PATCH) \/channels/.test(method))
      .map(({ body }) => (body as { allowed_mentions: unknown }).allowed_mentions);
    assert.deepEqual(mentions, [{ parse: [], users: [kai.id] }, { parse: [] }]);
  });

  test('fail in the ways that the outbox knows', async (t) => {
    const { sandbox, platform, place } = await startDiscord(t);
    const posted = await platform.post(place, say('x'), 'delivery-1');
    sandbox.deleteMessage(posted.messageId);
    await assert.rejects(platform.edit(posted, say('y')), failsAs('gone'));
    sandbox.faults.refuse('POST /channels', { status: 503 }, 4);
    await assert.rejects(platform.post(place, say('y'), 'delivery-2'), failsAs('later'));
    sandbox.deleteChannel(place.channelId);
    await assert.rejects(platform.post(place, say('y'), 'delivery-3'), failsAs('unreachable'));
  });

  test('wait for a limit that is far away elsewhere', async (t) => {
    const { sandbox, platform, place } = await startDiscord(t);
    sandbox.faults.refuse('POST /channels', { status: 429, retryAfter: 30 });
    await assert.rejects(
      platform.post(place, say('x'), 'delivery-1'),
      (error) => failsAs('later')(error) && (error as PlatformError).retryAfter !== undefined,
    );
  });

  test('are of the newer kind of message', async (t) => {
    const { sandbox, platform, place, kai } = await startDiscord(t);
    await platform.post(place, say('x'), 'delivery-1');
    const [message] = sandbox.messages(kai.id, place.channelId);
    assert.equal(Number(message?.payload.flags) & MessageFlags.IsComponentsV2, MessageFlags.IsComponentsV2);
  });
});

describe('accounts', () => {
  test('are described by their name and whether they manage the server', async (t) => {
    const { platform, place, luz, kai } = await startDiscord(t);
    assert.deepEqual(await platform.describeAccount(place.workspaceId, luz.id), { name: luz.name, authority: true });
    assert.deepEqual(await platform.describeAccount(place.workspaceId, kai.id), { name: kai.name, authority: false });
    assert.deepEqual(await platform.describeAccount('', kai.id), { name: kai.name, authority: false });
  });
});
