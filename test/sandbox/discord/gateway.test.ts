import assert from 'node:assert/strict';
import { on, once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import WebSocket from 'ws';
import { until } from '../../../src/sandbox/contract.ts';
import type { DiscordSandbox } from '../../../src/sandbox/discord/index.ts';
import {
  answerWith,
  channelNamed,
  chatCommand,
  createClient,
  directChannelOf,
  start,
  startSandbox,
} from './support.ts';

test('discord.js gets ready and knows the server', async (t) => {
  const { sandbox, client } = await start(t);
  const guild = client.guilds.cache.get(sandbox.workspace.id);
  assert.equal(guild?.name, 'River City Youth');
  assert.deepEqual(guild?.channels.cache.map((channel) => channel.name).sort(), ['adults-only', 'general', 'projects']);
  assert.equal(guild?.members.cache.size, 1, 'without the members intent, the bot alone');
  assert.equal(sandbox.connections(), 1);
});

test('a wrong token is refused by REST and by the gateway', async (t) => {
  const sandbox = await startSandbox(t);
  const client = createClient(sandbox);
  t.after(() => client.destroy());
  await assert.rejects(client.login('not.the.token'), /An invalid token was provided|401/);
  assert.equal(await closeCode(sandbox, { token: 'wrong', intents: 1 }), 4004);
});

test('a privileged intent closes the connection', async (t) => {
  const sandbox = await startSandbox(t);
  const { token } = sandbox;
  assert.equal(await closeCode(sandbox, { token, intents: GatewayIntentBits.MessageContent }), 4014);
  assert.equal(await closeCode(sandbox, { token, intents: 1 << 30 }), 4013);
  const client = new Client({ intents: [GatewayIntentBits.GuildMembers], rest: { api: sandbox.apiUrl } });
  t.after(() => client.destroy());
  await assert.rejects(client.login(token), /disallowed intents/);
});

test('a dropped connection is resumed and no interaction is lost', async (t) => {
  const stage = await start(t);
  const { sandbox, client, kai, general } = stage;
  await answerWith(stage, (interaction) => chatCommand(interaction).reply('here'));
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, (_, replayed) => resolve(replayed)));
  sandbox.dropConnection();
  await until([sandbox], () => sandbox.connections() === 0);
  await sandbox.type(kai, general, '/task add title:While nobody listened');
  assert.deepEqual(
    sandbox.messages(kai, general).map((message) => message.payload.content),
    ['here'],
  );
  assert.equal(await resumed, 2, 'the interaction and RESUMED');
});

test('asked to reconnect, the client resumes', async (t) => {
  const { sandbox, client } = await start(t);
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  sandbox.requestReconnect();
  await resumed;
  assert.equal(sandbox.connections(), 1);
});

test('a session that is not known cannot be resumed', async (t) => {
  const { sandbox, client } = await start(t);
  const { socket, next } = await openSocket(sandbox);
  assert.deepEqual([(await next()).op], [10]);
  socket.send(JSON.stringify({ op: 1, d: null }));
  assert.equal((await next()).op, 11);
  socket.send(JSON.stringify({ op: 6, d: { token: client.token, session_id: 'unknown', seq: 1 } }));
  assert.deepEqual(await next(), { op: 9, d: false, s: null, t: null });
  socket.terminate();
});

test('a session that was ended makes room for another on the same connection', async (t) => {
  const sandbox = await startSandbox(t);
  const { socket, next } = await openSocket(sandbox);
  const identify = () => socket.send(JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 0 } }));
  await next();
  identify();
  const first = await next();
  sandbox.invalidateSession(false);
  assert.equal((await next()).op, 9);
  identify();
  const second = await next();
  assert.deepEqual([first.t, second.t, second.s], ['READY', 'READY', 1]);
  assert.equal(sandbox.connections(), 1);
  socket.terminate();
});

test('of two shards, one hears the server and the first hears what is direct', async (t) => {
  const sandbox = await startSandbox(t);
  const heard = await Promise.all([0, 1].map((index) => eventsOfShard(t, sandbox, index)));
  const [, kai = ''] = sandbox.people.map((person) => person.id);
  await sandbox.type(kai, channelNamed(sandbox, 'general'), 'to the server');
  await sandbox.type(kai, directChannelOf(sandbox, kai), 'to the bot');
  const home = Number((BigInt(sandbox.workspace.id) >> 22n) % 2n);
  const server = ['READY', 'GUILD_CREATE', 'MESSAGE_CREATE'];
  const direct = ['READY', 'MESSAGE_CREATE'];
  const wanted = home === 0 ? [[...server, 'MESSAGE_CREATE'], ['READY']] : [direct, server];
  const told = await Promise.all(heard.map((next, index) => next(wanted[index]?.length ?? 0)));
  assert.deepEqual(told, wanted);
  assert.equal(await closeCode(sandbox, { token: sandbox.token, intents: 1, shard: [2, 2] }), 4010);
});

test('words reach the bot only where it is meant', async (t) => {
  const { sandbox, client, kai, general } = await start(t);
  const heard: string[] = [];
  const all = new Promise<void>((resolve) => {
    client.on(Events.MessageCreate, (message) => {
      heard.push(message.content);
      if (heard.length === 2) resolve();
    });
  });
  await sandbox.type(kai, general, 'not for bots');
  await sandbox.type(kai, general, 'hello @Convener');
  await all;
  assert.deepEqual(heard, ['', `hello <@${sandbox.applicationId}>`]);
});

test('a direct message opens its channel for the bot', async (t) => {
  const { sandbox, client, kai } = await start(t);
  const channel = directChannelOf(sandbox, kai);
  const user = await client.users.fetch(kai);
  await user.send('a word in private');
  const [message] = sandbox.messages(kai, channel);
  assert.equal(message?.payload.content, 'a word in private');
  assert.deepEqual(sandbox.messages(sandbox.people[0]?.id ?? '', channel), []);
});

async function closeCode(sandbox: DiscordSandbox, identify: object): Promise<number> {
  const { socket } = await openSocket(sandbox);
  socket.send(JSON.stringify({ op: 2, d: identify }));
  const [code] = await once(socket, 'close');
  return code;
}

/** A bare connection to the gateway; `next` gives one frame after the other. */
async function openSocket({ apiUrl }: DiscordSandbox) {
  const socket = new WebSocket(`${apiUrl.replace('http', 'ws').replace('/api', '/gateway/')}?v=10&encoding=json`);
  const frames = on(socket, 'message');
  await once(socket, 'open');
  const next = async (): Promise<Record<string, unknown>> => JSON.parse(String((await frames.next()).value?.[0]));
  return { socket, next };
}

/** Connects as one of two shards; gives the names of its first events. */
async function eventsOfShard(t: TestContext, sandbox: DiscordSandbox, index: number) {
  const { socket, next } = await openSocket(sandbox);
  t.after(() => socket.terminate());
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  const intents = Guilds | GuildMessages | DirectMessages;
  await next();
  socket.send(JSON.stringify({ op: 2, d: { token: sandbox.token, intents, shard: [index, 2] } }));
  const names: unknown[] = [(await next()).t];
  return async (count: number) => {
    while (names.length < count) names.push((await next()).t);
    return names;
  };
}
