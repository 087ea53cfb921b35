import assert from 'node:assert/strict';
import { it } from 'node:test';
import { webApi } from '@slack/bolt';
import { createAccounts } from '../../../src/platforms/slack/accounts.ts';
import { createSlackSandbox } from '../../../src/sandbox/slack/index.ts';

it('gives admins authority in their own workspace, and none in one whose channel is shared with theirs', async (t) => {
  const slack = await createSlackSandbox({ now: () => new Date() });
  t.after(slack.close);
  const admin = slack.people.find((person) => person.admin);
  assert.ok(admin);
  const describe = () => createAccounts(new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }));
  assert.equal((await describe()(slack.workspace.id, admin.id)).authority, true);
  assert.equal((await describe()('T0ELSEWHERE', admin.id)).authority, false);
});

it('asks for no more accounts than Slack allows, however many come at once', async (t) => {
  const slack = await createSlackSandbox({ now: () => new Date(), morePeople: 130 });
  t.after(slack.close);
  slack.faults.enforceRateLimits(true);
  const describe = createAccounts(new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }));
  const told = await Promise.allSettled(slack.people.map(({ id }) => describe(slack.workspace.id, id)));
  const known = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value.name] : []));
  assert.equal(known.length, 90);
  assert.ok(slack.calls.every(({ status }) => status === 200));
});
