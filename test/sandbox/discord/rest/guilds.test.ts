import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  PermissionFlagsBits,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { call, channelNamed, start, startSandbox } from '../support.ts';

test('members are known one by one, with their authority, and not as a list', async (t) => {
  const { sandbox, client, luz, kai } = await start(t);
  const guild = await client.guilds.fetch(sandbox.workspace.id);
  const manages = async (id: string) =>
    (await guild.members.fetch(id)).permissions.has(PermissionFlagsBits.ManageGuild);
  assert.deepEqual([await manages(luz), await manages(kai)], [true, false]);
  assert.equal((await call(sandbox, `GET /guilds/${guild.id}/members`)).body.code, 50001);
  assert.equal((await call(sandbox, `GET /guilds/${kai}`)).body.code, 10004);
});

test('who the application is, is told to its own token alone', async (t) => {
  const sandbox = await startSandbox(t);
  assert.equal((await call(sandbox, 'GET /applications/@me')).body.id, sandbox.applicationId);
  const stranger = await fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot stranger' } });
  assert.equal(stranger.status, 401);
  assert.deepEqual(await stranger.json(), { message: '401: Unauthorized', code: 0 });
  assert.equal((await call(sandbox, 'GET /nowhere')).status, 404);
  assert.equal((await call(sandbox, 'PUT /users/@me')).status, 405);
});

test('a thread is a channel of its own', async (t) => {
  const { sandbox, client, kai, general } = await start(t);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isTextBased() && 'threads' in channel);
  const message = await channel.send('Let us talk about it');
  const thread = await message.startThread({ name: 'Talk', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
  await thread.send('here');
  assert.deepEqual(
    sandbox.messages(kai, thread.id).map((one) => one.payload.content),
    ['here'],
  );
  assert.equal(channelNamed(sandbox, 'Talk'), thread.id);
});

test('an event stands in the calendar, unless it has passed', async (t) => {
  const { sandbox, client } = await start(t, { now: () => new Date('2027-01-01T12:00:00Z') });
  const guild = await client.guilds.fetch(sandbox.workspace.id);
  const plan = (scheduledStartTime: string, scheduledEndTime: string) =>
    guild.scheduledEvents.create({
      name: 'Community conversation',
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      entityType: GuildScheduledEventEntityType.External,
      entityMetadata: { location: 'Library' },
      scheduledStartTime,
      scheduledEndTime,
    });
  const event = await plan('2027-01-02T18:00:00Z', '2027-01-02T19:00:00Z');
  await event.edit({ name: 'Conversation' });
  assert.deepEqual(
    sandbox.scheduledEvents().map((one) => [one.id, one.name]),
    [[event.id, 'Conversation']],
  );
  await assert.rejects(plan('2026-12-31T18:00:00Z', '2026-12-31T19:00:00Z'), { code: 50035 });
  await event.delete();
  assert.deepEqual(sandbox.scheduledEvents(), []);
});
