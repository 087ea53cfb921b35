import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Events, MessageFlags, TextDisplayBuilder } from 'discord.js';
import { call, channelNamed, directChannelOf, start, startSandbox } from '../support.ts';

test('the same nonce gives the same message for a few minutes', async (t) => {
  let now = new Date('2026-11-21T10:00:00Z');
  const { sandbox, client, kai, general } = await start(t, { now: () => now });
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  const post = () => channel.send({ content: 'once', nonce: 'delivery-1', enforceNonce: true });
  const [first, second] = [await post(), await post()];
  assert.equal(second.id, first.id);
  now = new Date('2026-11-21T10:10:00Z');
  assert.notEqual((await post()).id, first.id);
  assert.equal(sandbox.messages(kai, general).length, 2);
});

test('an answer that got lost was carried out all the same', async (t) => {
  const { sandbox, client, kai, general } = await start(t);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  sandbox.faults.loseAnswer('POST /channels/:id/messages');
  const post = () => channel.send({ content: 'once', nonce: 'delivery-2', enforceNonce: true });
  await post().catch(() => null);
  const message = await post();
  assert.deepEqual(
    sandbox.messages(kai, general).map((one) => one.id),
    [message.id],
  );
});

test('a message notifies only whom it is allowed to', async (t) => {
  const sandbox = await startSandbox(t);
  const [luz, kai] = sandbox.people.map((person) => person.id);
  const path = `POST /channels/${channelNamed(sandbox, 'general')}/messages`;
  const content = `@everyone <@${luz}> <@${kai}>`;
  const notified = async (allowed_mentions?: object) => {
    const { body } = await call(sandbox, path, { content, allowed_mentions });
    return [body.mention_everyone, (body.mentions as { id: string }[]).map((user) => user.id)];
  };
  assert.deepEqual(await notified(), [true, [luz, kai]], 'nothing said, everybody is');
  assert.deepEqual(await notified({ parse: [] }), [false, []]);
  assert.deepEqual(await notified({ parse: [], users: [kai] }), [false, [kai]]);
  assert.deepEqual(await notified({ parse: ['users'] }), [false, [luz, kai]]);
  const exclusive = await call(sandbox, path, { content, allowed_mentions: { parse: ['users'], users: [kai] } });
  assert.equal(exclusive.body.code, 50035);
});

test('the newer components come with their flag and are numbered', async (t) => {
  const { sandbox, client, kai, general } = await start(t);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  const message = await channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [new TextDisplayBuilder({ content: 'One' })],
  });
  await message.edit({ components: [new TextDisplayBuilder({ content: 'Two' })] });
  const [seen] = sandbox.messages(kai, general);
  assert.deepEqual(seen?.payload.components, [{ type: 10, id: 1, content: 'Two' }]);
  assert.equal(seen?.edited, true);
});

test('the history is read in pages and a message can be removed', async (t) => {
  const sandbox = await startSandbox(t);
  const list = `/channels/${channelNamed(sandbox, 'general')}/messages`;
  const ids: string[] = [];
  for (const content of ['a', 'b', 'c', 'd'])
    ids.push(String((await call(sandbox, `POST ${list}`, { content })).body.id));
  const page = async (query: string) =>
    Object.values((await call(sandbox, `GET ${list}?${query}`)).body).map(
      (one) => (one as { content: string }).content,
    );
  assert.deepEqual(await page('limit=2'), ['d', 'c']);
  assert.deepEqual(await page(`limit=2&before=${ids[2]}`), ['b', 'a']);
  assert.deepEqual(await page(`limit=2&after=${ids[0]}`), ['c', 'b']);
  assert.equal((await call(sandbox, `DELETE ${list}/${ids[0]}`)).status, 204);
  assert.equal((await call(sandbox, `GET ${list}/${ids[0]}`)).body.code, 10008);
  assert.equal((await call(sandbox, `GET ${list}?limit=101`)).body.code, 50035);
});

test('what is closed to the bot says so in its own code', async (t) => {
  const sandbox = await startSandbox(t);
  const [, kai = ''] = sandbox.people.map((person) => person.id);
  const [general, projects] = [channelNamed(sandbox, 'general'), channelNamed(sandbox, 'projects')];
  const direct = directChannelOf(sandbox, kai);
  const post = async (channel: string) => {
    const { status, body } = await call(sandbox, `POST /channels/${channel}/messages`, { content: 'hello' });
    return [status, body.code];
  };
  sandbox.deleteChannel(general);
  sandbox.setBotAccess(projects, false);
  sandbox.setDirectMessages(kai, false);
  assert.deepEqual(await post(general), [404, 10003]);
  assert.deepEqual(await post(projects), [403, 50001]);
  assert.deepEqual(await post(direct), [403, 50007]);
});

test('a channel for adults is closed to the young', async (t) => {
  const sandbox = await startSandbox(t);
  const [luz = '', kai = ''] = sandbox.people.map((person) => person.id);
  const channel = channelNamed(sandbox, 'adults-only');
  await sandbox.type(luz, channel, 'between us');
  assert.equal(sandbox.messages(luz, channel).length, 1);
  assert.deepEqual(sandbox.messages(kai, channel), []);
  await assert.rejects(sandbox.type(kai, channel, 'let me in'), /sees no channel/);
});

test('a file goes along with its message', async (t) => {
  const { sandbox, client, kai, general } = await start(t);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  const attachment = Buffer.from('pictured');
  await channel.send({ content: 'see', files: [{ attachment, name: 'chart.png', description: 'A chart' }] });
  const [message] = sandbox.messages(kai, general);
  const [file] = (message?.payload.attachments ?? []) as { filename: string; description: string; url: string }[];
  assert.deepEqual([file?.filename, file?.description], ['chart.png', 'A chart']);
  assert.ok(file?.url.endsWith(attachment.toString('base64')));
  assert.equal(message?.payload.content, 'see');
});

test('a refusal comes as often as it was asked for, with the code it names', async (t) => {
  const { sandbox, client, general } = await start(t);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isSendable());
  sandbox.faults.refuse('POST /channels/:id/messages', { status: 403, error: '50013' });
  await assert.rejects(channel.send('one'), { code: 50013, message: 'Missing Permissions', status: 403 });
  await channel.send('two');
});

test('the bot is told nothing of a channel that is closed to it', async (t) => {
  const { sandbox, client, kai, general } = await start(t);
  const heard: string[] = [];
  const told = new Promise<void>((resolve) => {
    client.on(Events.MessageCreate, ({ channelId }) => {
      heard.push(channelId);
      if (channelId === general) resolve();
    });
  });
  const projects = channelNamed(sandbox, 'projects');
  sandbox.setBotAccess(projects, false);
  await sandbox.type(kai, projects, 'among ourselves');
  await sandbox.type(kai, general, 'to everybody');
  await told;
  assert.deepEqual(heard, [general]);
});
