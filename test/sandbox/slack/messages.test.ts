import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webApi } from '@slack/bolt';
import type { SlackSandbox } from '../../../src/sandbox/slack/index.ts';
import { city, maria, outcomeOf, sam, silent, startSlack, textsSeen } from './support.ts';

function connect(slack: SlackSandbox, token = slack.botToken) {
  return new webApi.WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

test('a post is seen by everybody, edited in place and deleted', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: city, text: 'first' });
  assert.deepEqual(textsSeen(slack, sam), ['first']);
  await client.chat.update({ channel: city, ts, text: 'second' });
  const [message] = slack.messages(maria, city);
  assert.equal(message?.payload.text, 'second');
  assert.equal(message?.id, ts);
  assert.equal(message?.edited, true);
  await client.chat.delete({ channel: city, ts });
  assert.deepEqual(slack.messages(maria, city), []);
});

test('posts at the same moment have different stamps that increase', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const posted = [];
  for (const text of ['a', 'b', 'c']) posted.push((await client.chat.postMessage({ channel: city, text })).ts);
  assert.deepEqual(posted, ['1804845600.000000', '1804845600.000001', '1804845600.000002']);
});

test('metadata is shown in the history only where it is asked for', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const metadata = { event_type: 'delivery', event_payload: { id: 'd1' } };
  await client.chat.postMessage({ channel: city, text: 'x', metadata });
  const without = await client.conversations.history({ channel: city });
  const withAll = await client.conversations.history({ channel: city, include_all_metadata: true });
  assert.equal(without.messages?.[0]?.metadata, undefined);
  assert.deepEqual(withAll.messages?.[0]?.metadata, metadata);
});

test('the history gives the newest first, in pages and between two stamps', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const stamps: string[] = [];
  for (const text of ['1', '2', '3', '4']) {
    stamps.push(String((await client.chat.postMessage({ channel: city, text })).ts));
  }
  await client.chat.postMessage({ channel: city, text: 'reply', thread_ts: stamps[0] ?? '' });
  await client.chat.postEphemeral({ channel: city, user: maria, text: 'private' });
  const first = await client.conversations.history({ channel: city, limit: 3 });
  assert.deepEqual(
    first.messages?.map(({ text }) => text),
    ['4', '3', '2'],
  );
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await client.conversations.history({ channel: city, limit: 3, cursor });
  assert.deepEqual(
    second.messages?.map(({ text }) => text),
    ['1'],
  );
  const between = await client.conversations.history({
    channel: city,
    oldest: stamps[0] ?? '',
    latest: stamps[2] ?? '',
  });
  assert.deepEqual(
    between.messages?.map(({ text }) => text),
    ['2'],
  );
  const thread = await client.conversations.replies({ channel: city, ts: stamps[0] ?? '' });
  assert.deepEqual(
    thread.messages?.map(({ text }) => text),
    ['1', 'reply'],
  );
});

test('a private post is seen by its person alone and cannot be updated', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const { message_ts: ts = '' } = await client.chat.postEphemeral({ channel: city, user: maria, text: 'psst' });
  assert.deepEqual(textsSeen(slack, maria), ['psst']);
  assert.deepEqual(textsSeen(slack, sam), []);
  assert.equal(await outcomeOf(client.chat.update({ channel: city, ts, text: 'x' })), 'message_not_found');
});

test('a direct conversation is seen by its person alone', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const { channel } = await client.conversations.open({ users: maria });
  await client.chat.postMessage({ channel: channel?.id ?? '', text: 'one' });
  await client.chat.postMessage({ channel: maria, text: 'two' });
  assert.deepEqual(textsSeen(slack, maria, channel?.id), ['one', 'two']);
  assert.deepEqual(textsSeen(slack, sam, channel?.id), []);
});

test('calls are refused with the codes of Slack', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const post = (given: object) => outcomeOf(client.apiCall('chat.postMessage', { channel: city, ...given }));
  const metadata = { event_type: 'x' };
  assert.equal(await outcomeOf(connect(slack, 'xoxb-wrong').auth.test()), 'invalid_auth');
  assert.equal(await outcomeOf(connect(slack, slack.appToken).auth.test()), 'not_allowed_token_type');
  assert.equal(await outcomeOf(connect(slack, '').auth.test()), 'not_authed');
  assert.equal(await outcomeOf(client.apiCall('chat.nothing')), 'unknown_method');
  assert.equal(await post({ channel: 'C0NOWHERE1', text: 'x' }), 'channel_not_found');
  assert.equal(await post({}), 'no_text');
  assert.equal(await post({ text: 'x'.repeat(40_001) }), 'msg_too_long');
  assert.equal(await post({ text: '🌍'.repeat(40_000) }), 'taken');
  assert.equal(await post({ text: 'x', metadata }), 'invalid_metadata_format');
  assert.equal(await post({ text: 'x', blocks: 'no json' }), 'invalid_blocks_format');
  assert.equal(await outcomeOf(client.chat.update({ channel: city, ts: '1.0', text: 'x' })), 'message_not_found');
  assert.equal(await outcomeOf(client.users.info({ user: 'U0NOBODY01' })), 'user_not_found');
  assert.equal(await outcomeOf(client.reactions.list()), 'unknown_method');
});

test("another person's message cannot be changed", async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  await slack.type(sam, city, 'Good morning');
  const ts = slack.messages(sam, city)[0]?.id ?? '';
  assert.equal(await outcomeOf(client.chat.update({ channel: city, ts, text: 'x' })), 'cant_update_message');
  assert.equal(await outcomeOf(client.chat.delete({ channel: city, ts })), 'cant_delete_message');
});

test('archived, left and deleted channels are refused each in its way', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const post = (channel: string) => outcomeOf(client.chat.postMessage({ channel, text: 'x' }));
  slack.archiveChannel('C0RANDOM01');
  slack.removeBot('C0GENERAL1');
  slack.deleteChannel(city);
  assert.equal(await post('C0RANDOM01'), 'is_archived');
  assert.equal(await post('C0GENERAL1'), 'not_in_channel');
  assert.equal(await outcomeOf(client.conversations.history({ channel: 'C0GENERAL1' })), 'not_in_channel');
  assert.equal(await post(city), 'channel_not_found');
});

test('a method without its scope is refused, and the scopes stand in every answer', async (t) => {
  const slack = await startSlack(t);
  slack.installManifest({ oauth_config: { scopes: { bot: ['chat:write', 'im:history'] } } });
  const client = connect(slack);
  assert.equal(await outcomeOf(client.users.info({ user: maria })), 'missing_scope');
  assert.equal(await outcomeOf(client.conversations.history({ channel: city })), 'missing_scope');
  assert.equal(await outcomeOf(client.chat.postMessage({ channel: city, text: 'x' })), 'taken');
  const { response_metadata: metadata } = await client.auth.test();
  assert.deepEqual(metadata?.scopes, ['chat:write', 'im:history']);
});

test('a person is described with zone, authority and, on request, locale', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const { user } = await client.users.info({ user: maria, include_locale: true });
  assert.equal(user?.tz, 'Europe/Madrid');
  assert.equal(user?.tz_offset, 3600);
  assert.equal(user?.locale, 'es-ES');
  assert.equal(user?.is_admin, true);
  assert.equal(user?.profile?.display_name, 'Maria López');
  assert.equal((await client.users.info({ user: sam })).user?.locale, undefined);
});

test('a planned refusal comes once, with its status', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  const post = () => outcomeOf(client.chat.postMessage({ channel: city, text: 'x' }));
  slack.faults.refuse('chat.postMessage', { status: 429, retryAfter: 7 });
  slack.faults.refuse('chat.postMessage', { status: 200, error: 'restricted_action' });
  assert.equal(await post(), webApi.ErrorCode.RateLimitedError);
  assert.equal(await post(), 'restricted_action');
  assert.equal(await post(), 'taken');
  assert.deepEqual(
    slack.calls.map(({ status }) => status),
    [429, 200, 200],
  );
});

test('a lost answer leaves the post standing', async (t) => {
  const slack = await startSlack(t);
  const client = connect(slack);
  slack.faults.loseAnswer('chat.postMessage');
  const refusal = await outcomeOf(client.chat.postMessage({ channel: city, text: 'x' }));
  assert.equal(refusal, webApi.ErrorCode.RequestError);
  assert.deepEqual(textsSeen(slack, maria), ['x']);
});

test('posting faster than once a second is limited by channel after a short burst', async (t) => {
  let clock = 0;
  const slack = await startSlack(t, { clock: () => clock });
  const client = connect(slack);
  const post = (channel: string) => outcomeOf(client.chat.postMessage({ channel, text: 'x' }));
  slack.faults.enforceRateLimits(true);
  for (const _ of [1, 2, 3, 4]) assert.equal(await post(city), 'taken');
  assert.equal(await post(city), webApi.ErrorCode.RateLimitedError);
  assert.equal(await post('C0GENERAL1'), 'taken');
  clock += 1_000;
  assert.equal(await post(city), 'taken');
});

test('fifty edits in any minute are the most of a workspace, in whatever channel, and take nothing from its posts', async (t) => {
  let clock = 0;
  const slack = await startSlack(t, { clock: () => clock });
  const client = connect(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: city, text: 'as it was' });
  slack.faults.enforceRateLimits(true);
  const edit = () => outcomeOf(client.chat.update({ channel: city, ts, text: 'as it is' }));
  for (let time = 0; time < 50; time += 1) {
    clock = time * 1_000;
    assert.equal(await edit(), 'taken');
  }
  assert.equal(await edit(), webApi.ErrorCode.RateLimitedError);
  assert.equal(await outcomeOf(client.chat.postMessage({ channel: city, text: 'x' })), 'taken');
  clock = 60_000;
  assert.equal(await edit(), 'taken');
  assert.equal(await edit(), webApi.ErrorCode.RateLimitedError);
});

test('calls are recorded without tokens', async (t) => {
  const slack = await startSlack(t);
  await connect(slack).chat.postMessage({ channel: city, text: 'x', token: slack.botToken });
  const [call] = slack.calls;
  assert.equal(call?.method, 'chat.postMessage');
  assert.equal(call?.status, 200);
  assert.doesNotMatch(JSON.stringify(slack.calls), /xoxb|xapp/);
});
